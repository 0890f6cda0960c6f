// Data: what was decided row by row when the case files became record seeds, with the reason, so that it can be reviewed and
// mended. Read by build-case.ts. `a|b` is one thing that may be a or b; spaces part several things; `[function=x]` is a facet.
// oxlint-disable max-lines -- a table of data

/** Rows with several working codes where each code is a thing of its own that was hit: one thing a code, nothing to decide. */
export const SEVERAL_THINGS: readonly string[] = [
  "inc-004",
  "inc-011",
  "inc-018",
  "inc-024",
  "inc-037",
  "inc-051",
  "inc-056",
  "inc-065",
  "inc-067",
  "inc-070",
  "inc-072",
  "inc-075",
  "inc-077",
  "inc-079",
  "inc-082",
  "inc-087",
  "inc-089",
  "inc-093",
  "inc-101",
  "inc-106",
  "inc-112",
  "inc-114",
  "inc-116",
  "inc-118",
  "inc-120",
  "inc-127",
  "inc-142",
  "inc-156",
  "inc-158",
  "inc-160",
  "inc-162",
  "inc-163",
  "inc-164",
  "inc-181",
  "inc-189",
  "inc-199",
  "inc-203",
  "inc-211",
  "inc-225",
  "inc-233",
  "inc-237",
];

/**
 * Rows where the codes name one thing in rival ways, name what only lost its supply, or leave out what the row's own words say.
 * Two rules: a network that broke because something else was hit is an effect, not a thing hit, unless the row's object or a
 * claimant names it; what only lost its supply is an effect.
 */
export const THINGS: Readonly<Record<string, { readonly things: string; readonly why: string }>> = {
  "inc-003": {
    things: "oil-pipeline|oil-pumping-station",
    why: "one station of a pipeline, named a dispatch station by one side and a metering station by the other",
  },
  "inc-006": {
    things: "warehouse",
    why: "the object is a warehouse; the working code had no closer kind",
  },
  "inc-007": {
    things: "residential object.other",
    why: "flats, and a parking lot near a food plant",
  },
  "inc-008": {
    things: "ship-civil quay cargo-terminal",
    why: "a merchant ship, berths and a grain terminal are named",
  },
  "inc-010": {
    things: "infrastructure|gas-pipeline",
    why: "the governor says infrastructure objects, residents say gas",
  },
  "inc-012": {
    things: "infrastructure residential",
    why: "an infrastructure object whose kind is withheld, and houses",
  },
  "inc-013": {
    things: "industry|defence-plant telecom energy",
    why: "a plant that one side calls a drone plant; a communications object; an energy object that is not named",
  },
  "inc-015": {
    things: "gas-pipeline|substation",
    why: "one object, read by media as a gas department or as a substation",
  },
  "inc-016": {
    things: "residential object.other",
    why: "a garage, and a medical building out of use",
  },
  "inc-017": {
    things: "power-generation|power-grid residential",
    why: "an energy object whose loss left a city dark: generation or grid",
  },
  "inc-020": {
    things: "oil-refinery|oil-depot",
    why: "one petrol tank on the ground of a refinery and export terminal",
  },
  "inc-021": {
    things: "infrastructure|power-grid|water residential",
    why: "one critical infrastructure object, kind withheld; power cuts and stopped intakes are inferences",
  },
  "inc-022": {
    things: "oil-refinery|unknown",
    why: "an attempt; the refinery as its target is inferred by residents and media, nothing was hit",
  },
  "inc-025": {
    things: "power-grid",
    why: "objects of a grid company; the water supply stopped for want of power",
  },
  "inc-027": { things: "school residential", why: "a lyceum, and houses" },
  "inc-030": {
    things: "energy|gas-processing",
    why: "officials say a fuel and energy object; one person names a gas processing plant",
  },
  "inc-032": {
    things: "power-generation|power-grid kindergarten residential",
    why: "energy infrastructure whose loss cut customers; a kindergarten; a house",
  },
  "inc-033": {
    things: "infrastructure|power-grid residential",
    why: "infrastructure objects, kind not published; power cuts speak for the grid",
  },
  "inc-036": {
    things: "energy",
    why: "the ministry admits a launch at energy objects and does not say of which kind",
  },
  "inc-038": {
    things: "power-generation|power-grid",
    why: "energy infrastructure whose loss left part of a city dark: generation or grid",
  },
  "inc-040": {
    things: "residential",
    why: "the object is a block of flats; the gas pipe to it broke with it",
  },
  "inc-046": {
    things: "oil-depot|oil-pumping-station",
    why: "one transfer point; tanks and the pipe between them burned. The railway brings the oil, nothing of it is said to be hit",
  },
  "inc-047": {
    things: "airfield hospital kindergarten school residential",
    why: "the airfield is the military object; the others are named beside it",
  },
  "inc-049": { things: "substation transformer hospital residential", why: "each named as hit" },
  "inc-050": {
    things: "power-grid|object.other residential industry object.other",
    why: "outages followed, yet the grid company recorded no hit: whether a grid object was hit stays open",
  },
  "inc-053": { things: "civilians", why: "the object is people in a village" },
  "inc-054": {
    things: "airfield|military|unknown",
    why: "the airfield is named by residents only; officials name no target and no damage",
  },
  "inc-059": {
    things: "gas-metering",
    why: "a metering station; whether that is of a pipeline is a question of the text",
  },
  "inc-060": { things: "residential kindergarten", why: "housing, and a kindergarten" },
  "inc-061": {
    things: "gas-metering|gas-pipeline",
    why: "a gas distribution station, for which the kinds have no closer word; as in inc-074, inc-124, inc-155",
  },
  "inc-063": { things: "object.other", why: "a car; who was in it is not said" },
  "inc-064": {
    things: "oil-refinery|unknown",
    why: "an attempt by inference of media; nothing was hit",
  },
  "inc-066": {
    things: "railway|telecom",
    why: "one system: the online services of the railway company",
  },
  "inc-068": {
    things: "gas-production|gas-storage",
    why: "one site that is a field and a store; nothing was hit",
  },
  "inc-073": { things: "civilians", why: "a news crew in a vehicle" },
  "inc-074": {
    things: "gas-metering|gas-pipeline",
    why: "a gas distribution station; as in inc-124, the same station",
  },
  "inc-078": {
    things: "substation",
    why: "an energy object of the grid branch with substation outages",
  },
  "inc-081": { things: "object.other", why: "a water area; no vessel and no port object is named" },
  "inc-084": { things: "infrastructure", why: "civilian infrastructure, kind not published" },
  "inc-085": {
    things: "industry warehouse emergency-service",
    why: "an enterprise, warehouses and a fire station are named",
  },
  "inc-086": {
    things: "power-grid|unknown",
    why: "no object is known; outages may have been precautionary",
  },
  "inc-094": { things: "substation|transformer", why: "one complete transformer substation" },
  "inc-095": {
    things: "power-generation|power-grid",
    why: "an energy object whose loss left part of a city dark: generation or grid",
  },
  "inc-096": {
    things: "railway-station rolling-stock residential ambulance",
    why: "station, carriage, flats and an ambulance are named",
  },
  "inc-098": { things: "power-grid", why: "an object of the grid branch" },
  "inc-100": {
    things: "oil-refinery|industry",
    why: "the ministry says the refinery, media a research institute: one disputed target",
  },
  "inc-103": {
    things: "gas-production|industry",
    why: "one enterprise: production, stores or offices by different accounts of one side. The transformer and the power lines broke with it and nobody names them as the target",
  },
  "inc-105": {
    things: "gas-metering",
    why: "a metering station; whether that is of a pipeline is a question of the text",
  },
  "inc-110": {
    things: "hospital[function=military] residential object.other",
    why: "a military hospital is a hospital; its function is a facet",
  },
  "inc-117": {
    things: "industry kindergarten residential",
    why: "an industrial zone, a kindergarten, flats",
  },
  "inc-121": {
    things: "power-generation|power-grid",
    why: "a power facility, plant or substation not stated",
  },
  "inc-124": {
    things: "gas-metering|gas-pipeline",
    why: "a gas distribution station, for which the kinds have no closer word",
  },
  "inc-125": {
    things: "power-line|substation|transformer",
    why: "one object, listed as a substation one day and as a line the next",
  },
  "inc-128": {
    things: "industry|infrastructure residential",
    why: "an enterprise, called an infrastructure facility by the city; houses; the lines broke with it",
  },
  "inc-133": {
    things: "residential command-post|object.other",
    why: "housing; and a restaurant that the other side calls a meeting of commanders",
  },
  "inc-134": { things: "industry|defence-plant", why: "one plant; media name an explosives maker" },
  "inc-136": { things: "energy", why: "an energy site, not named" },
  "inc-137": { things: "industry|telecom", why: "one plant that makes optical fibre" },
  "inc-138": { things: "energy", why: "an energy site, not named" },
  "inc-141": {
    things: "substation transformer",
    why: "a transformer at a substation; the water company lost its power",
  },
  "inc-148": { things: "substation transformer", why: "a transformer of a substation" },
  "inc-150": {
    things: "wind-plant",
    why: "a wind power station; the working code had no closer kind",
  },
  "inc-152": { things: "gas-compressor", why: "a compressor station is named" },
  "inc-155": {
    things: "gas-metering|gas-pipeline",
    why: "a gas distribution station, for which the kinds have no closer word",
  },
  "inc-157": { things: "power-line", why: "a line; the works lost its supply" },
  "inc-159": { things: "power-line", why: "a line; the boiler house lost its supply" },
  "inc-161": {
    things: "power-grid|industry",
    why: "an office and a store of the grid company: part of the grid or not, as in inc-103",
  },
  "inc-166": {
    things: "traction-power",
    why: "one thing: the contact line at a station, which is of the railway by the kinds",
  },
  "inc-170": {
    things: "university|command-post residential object.other",
    why: "a university congress centre that the other side calls a meeting of a command staff; housing; public transport",
  },
  "inc-179": { things: "residential ambulance", why: "housing, and an ambulance garage" },
  "inc-183": {
    things: "residential school food",
    why: "housing, an educational building, a food enterprise",
  },
  "inc-187": {
    things: "residential warehouse infrastructure",
    why: "housing, warehouses and civilian infrastructure are named",
  },
  "inc-193": {
    things: "energy|coal-mine",
    why: "a site of an energy company, plant, grid or mine not stated",
  },
  "inc-200": { things: "food", why: "a cake factory" },
  "inc-202": {
    things: "power-generation|power-grid",
    why: "energy infrastructure whose loss left towns dark: generation or grid",
  },
  "inc-208": { things: "object.other", why: "a civilian car; nobody is said to be in it" },
  "inc-209": { things: "object.other", why: "a cemetery" },
  "inc-212": { things: "position", why: "front-line positions" },
  "inc-216": { things: "civilians", why: "the object is people in the street" },
  "inc-217": { things: "infrastructure", why: "an infrastructure facility, not named" },
  "inc-218": { things: "residential school", why: "housing, and three educational institutions" },
  "inc-220": { things: "military-depot", why: "an arsenal" },
  "inc-221": {
    things: "power-generation|power-grid",
    why: "a key energy facility supplying a city, not named: generation or grid",
  },
  "inc-222": {
    things: "infrastructure residential",
    why: "one bomb on an infrastructure facility, one on a block of flats",
  },
  "inc-223": {
    things: "industry|defence-plant",
    why: "one plant, which one side calls a drone plant",
  },
  "inc-224": { things: "civilians", why: "workers in a bus" },
  "inc-229": {
    things: "residential school kindergarten",
    why: "housing, a school and a kindergarten are named",
  },
  "inc-230": { things: "object.other", why: "a car; who was in it is not said" },
  "inc-231": {
    things: "residential infrastructure object.other",
    why: "flats, infrastructure, a social institution",
  },
  "inc-232": {
    things: "power-grid residential",
    why: "the power supply of a settlement, and housing",
  },
  "inc-235": {
    things: "gas-pipeline|gas-compressor|gas-metering",
    why: "a facility of the gas transport network, kind not stated",
  },
  "inc-236": {
    things: "industry residential energy",
    why: "a plant, housing, and energy facilities that are not named",
  },
  "inc-238": {
    things: "industry|defence-plant",
    why: "one plant that makes components of ammunition",
  },
  "inc-239": { things: "residential kindergarten", why: "housing, and a kindergarten" },
};

/** Acts other than a strike. An attempt is a launch or aim without damage; debris that did damage is a strike. */
export const ACTS: Readonly<Record<string, { readonly acts: string; readonly why: string }>> = {
  "inc-022": { acts: "attempt", why: "no hit confirmed; reeds burned from debris" },
  "inc-036": { acts: "attempt", why: "launched, and said to be downed by its own side" },
  "inc-054": {
    acts: "attempt|strike",
    why: "residents report fires, the governor only downed drones",
  },
  "inc-064": { acts: "attempt", why: "no damage confirmed" },
  "inc-066": { acts: "cyberattack", why: "no physical strike" },
  "inc-068": { acts: "attempt", why: "said to be repelled, no damage" },
  "inc-071": { acts: "attempt", why: "said to be intercepted, no damage" },
  "inc-076": { acts: "attempt", why: "said to be intercepted 7 km away, no damage" },
  "inc-083": { acts: "attempt", why: "said to be downed, no damage" },
  "inc-092": { acts: "attempt", why: "said to be downed, no damage" },
  "inc-100": {
    acts: "attempt|strike",
    why: "no damage by one account, a hit on an institute by another",
  },
  "inc-152": { acts: "attempt", why: "said to be shot down, no damage" },
  "inc-155": { acts: "attempt", why: "no damage recorded" },
  "inc-212": { acts: "ground-attack", why: "attacks on positions, said to be repelled" },
  "inc-213": { acts: "ground-attack", why: "an ambush" },
  "inc-219": { acts: "attempt", why: "no damage and no casualties" },
  "inc-223": { acts: "attempt|strike", why: "one account of a hit, one of no damage" },
};

/** Means that the working codes had no word for. */
export const MEANS: Readonly<Record<string, { readonly means: string; readonly why: string }>> = {
  "inc-066": { means: "cyber", why: "a cyberattack; the working code had no closer word" },
  "inc-233": { means: "rocket-artillery", why: "multiple rocket launchers are named" },
};

/** Rows whose place is the region although a point was given. */
export const REGIONS: Readonly<
  Record<string, { readonly regions: readonly string[]; readonly why: string }>
> = {
  "inc-026": {
    regions: ["dnipropetrovsk-oblast", "zaporizhzhia-oblast"],
    why: "two oblasts are named without places",
  },
  "inc-102": { regions: ["odesa-oblast"], why: "no place is named" },
  "inc-118": {
    regions: ["kherson-oblast"],
    why: "a day's total of the region, places not separated",
  },
  "inc-176": { regions: ["kursk-oblast"], why: "the place of the base is not stated" },
};

/**
 * When, for rows whose hour is not stated or does not say when it happened. `night D` runs from 18:00 of the evening before to
 * noon of D; `before-noon D` and `after-noon D` are halves of the day; `day D D` is either day; `from I until I` is an interval.
 */
export const OCCURRED: Readonly<
  Record<string, { readonly occurred: string; readonly why: string }>
> = {
  "inc-001": { occurred: "night 2025-03-11", why: "the night of the attack on the region" },
  "inc-002": { occurred: "night 2025-03-11", why: "the night of 10-11 March" },
  "inc-003": { occurred: "night 2025-03-11", why: "the flow stopped in the night" },
  "inc-004": { occurred: "after-noon 2025-03-11", why: "late hours" },
  "inc-006": { occurred: "after-noon 2025-03-11", why: "late evening" },
  "inc-009": { occurred: "before-noon 2025-03-12", why: "in the morning" },
  "inc-010": {
    occurred: "from 2025-03-12T00:00+03:00 until 2025-03-13T12:00+03:00",
    why: "12 March by one source, the night of 13 March by another",
  },
  "inc-011": { occurred: "night 2025-03-12", why: "the night of 11-12 March" },
  "inc-017": {
    occurred: "from 2025-03-14T12:00+02:00 until 2025-03-15T12:00+02:00",
    why: "the evening of 14 March; one source says the night of 15 March",
  },
  "inc-018": { occurred: "after-noon 2025-03-14", why: "in the evening" },
  "inc-020": {
    occurred: "from 2025-03-14T02:07+03:00 until 2025-03-14T02:08+02:00",
    why: "02:07, by Kyiv or Moscow time",
  },
  "inc-023": { occurred: "night 2025-03-15", why: "the night of 14-15 March" },
  "inc-024": { occurred: "night 2025-03-15", why: "the night of 14-15 March" },
  "inc-028": {
    occurred: "from 2025-03-14T21:52+02:00 until 2025-03-15T21:53+02:00",
    why: "21:52 on 14 March by one source, on 15 March by two",
  },
  "inc-033": { occurred: "night 2025-03-17", why: "the night of 16-17 March" },
  "inc-037": { occurred: "after-noon 2025-03-18", why: "in the evening" },
  "inc-038": {
    occurred: "after-noon 2025-03-18",
    why: "in the evening; explosions nearby were heard at 21:20",
  },
  "inc-039": { occurred: "after-noon 2025-03-18", why: "in the evening" },
  "inc-041": { occurred: "night 2025-03-19", why: "part of the night of 18-19 March" },
  "inc-042": { occurred: "before-noon 2025-03-19", why: "the morning after the announced pause" },
  "inc-047": { occurred: "night 2025-03-20", why: "part of the night of 19-20 March" },
  "inc-048": { occurred: "night 2025-03-20", why: "the night of 19-20 March" },
  "inc-049": { occurred: "day 2025-03-19 2025-03-20", why: "sources disagree on the day" },
  "inc-050": {
    occurred: "from 2025-03-20T12:00+02:00 until 2025-03-21T12:00+02:00",
    why: "from the evening of 20 into 21 March",
  },
  "inc-055": { occurred: "after-noon 2025-03-21", why: "in the evening" },
  "inc-057": { occurred: "night 2025-03-21", why: "explosions just before midnight of 20 March" },
  "inc-059": {
    occurred: "from 2025-03-20T00:00+03:00 until 2025-03-22T00:00+02:00",
    why: "20 or 21 March by either clock: the sides disagree on the day; a fire was detected at 23:22 Moscow time on 20 March",
  },
  "inc-063": { occurred: "night 2025-03-23", why: "that night" },
  "inc-071": { occurred: "after-noon 2025-03-24", why: "in the evening" },
  "inc-072": { occurred: "after-noon 2025-03-24", why: "in the evening" },
  "inc-078": { occurred: "after-noon 2025-03-25", why: "in the afternoon" },
  "inc-080": { occurred: "night 2025-03-25", why: "the night of 24-25 March" },
  "inc-082": { occurred: "after-noon 2025-03-26", why: "in the evening" },
  "inc-083": { occurred: "night 2025-03-26", why: "in the night" },
  "inc-084": { occurred: "after-noon 2025-03-26", why: "in the evening" },
  "inc-085": {
    occurred: "from 2025-03-25T12:00+02:00 until 2025-03-26T12:00+02:00",
    why: "from the evening of 25 into 26 March",
  },
  "inc-086": { occurred: "before-noon 2025-03-26", why: "in the morning" },
  "inc-096": { occurred: "after-noon 2025-03-27", why: "in the afternoon" },
  "inc-099": { occurred: "night 2025-03-28", why: "the night of 27-28 March" },
  "inc-100": {
    occurred: "night 2025-03-28",
    why: "the night and the morning of 28 March are both given",
  },
  "inc-101": { occurred: "after-noon 2025-03-28", why: "in the evening" },
  "inc-103": {
    occurred: "from 2025-03-27T18:00+02:00 until 2025-03-28T04:01+02:00",
    why: "from the evening of 27 March; fires were out by 04:00",
  },
  "inc-114": { occurred: "after-noon 2025-03-30", why: "in the evening" },
  "inc-117": {
    occurred: "from 2025-03-30T18:00+03:00 until 2025-03-31T06:01+03:00",
    why: "the night that ended at 06:00",
  },
  "inc-121": { occurred: "before-noon 2025-04-01", why: "that morning" },
  "inc-125": {
    occurred: "from 2025-04-02T02:11+03:00 until 2025-04-03T02:12+03:00",
    why: "02:11 on 2 or on 3 April: listed in two daily totals",
  },
  "inc-132": {
    occurred: "from 2025-04-04T18:50+03:00 until 2025-04-05T00:00+03:00",
    why: "after the missile of the same evening",
  },
  "inc-136": { occurred: "day 2025-04-04 2025-04-05", why: "listed for the past 24 hours" },
  "inc-138": { occurred: "day 2025-04-04 2025-04-05", why: "listed for the past 24 hours" },
  "inc-139": { occurred: "day 2025-04-05 2025-04-06", why: "5-6 April, twice" },
  "inc-140": { occurred: "before-noon 2025-04-05", why: "in the morning" },
  "inc-141": { occurred: "after-noon 2025-04-06", why: "in the evening" },
  "inc-142": { occurred: "night 2025-04-06", why: "that night" },
  "inc-148": { occurred: "before-noon 2025-04-07", why: "in the morning" },
  "inc-154": { occurred: "day 2025-04-09 2025-04-10", why: "listed for the 24 hours to 10 April" },
  "inc-155": { occurred: "night 2025-04-09", why: "the night of 8-9 April" },
  "inc-156": { occurred: "day 2025-04-09 2025-04-10", why: "listed for the 24 hours to 10 April" },
  "inc-157": { occurred: "day 2025-04-09 2025-04-10", why: "listed for the 24 hours to 10 April" },
  "inc-158": { occurred: "day 2025-04-09 2025-04-10", why: "listed for the 24 hours to 10 April" },
  "inc-159": { occurred: "day 2025-04-09 2025-04-10", why: "listed for the 24 hours to 10 April" },
  "inc-169": { occurred: "day 2025-04-13 2025-04-14", why: "listed for the 24 hours to 14 April" },
  "inc-171": { occurred: "day 2025-04-13 2025-04-14", why: "listed for the 24 hours to 14 April" },
  "inc-177": { occurred: "day 2025-04-15 2025-04-16", why: "listed for the 24 hours to 16 April" },
  "inc-181": { occurred: "before-noon 2025-04-16", why: "in the morning" },
  "inc-185": { occurred: "day 2025-04-15 2025-04-16", why: "listed for the 24 hours to 16 April" },
  "inc-186": { occurred: "day 2025-04-15 2025-04-16", why: "listed for the 24 hours to 16 April" },
  "inc-187": { occurred: "night 2025-04-16", why: "the night of 15-16 April" },
  "inc-189": {
    occurred: "from 2025-04-16T07:00+03:00 until 2025-04-17T00:00+03:00",
    why: "three items, the first about 07:00, the others by day",
  },
  "inc-190": { occurred: "day 2025-04-16 2025-04-17", why: "listed for the 24 hours to 17 April" },
  "inc-199": { occurred: "before-noon 2025-04-18", why: "in the morning" },
  "inc-200": { occurred: "night 2025-04-18", why: "the night of 17-18 April" },
  "inc-203": {
    occurred: "day 2025-04-18 2025-04-19",
    why: "events of 18-19 April in one statement",
  },
  "inc-205": {
    occurred: "from 2025-04-19T18:30+03:00 until 2025-04-19T19:30+03:00",
    why: "about 19:00",
  },
  "inc-206": {
    occurred: "from 2025-04-19T17:30+03:00 until 2025-04-19T18:30+03:00",
    why: "around 18:00, when the truce began: before or after it cannot be said",
  },
  "inc-207": {
    occurred: "from 2025-04-19T18:00+03:00 until 2025-04-20T00:00+03:00",
    why: "after 18:00",
  },
  "inc-210": { occurred: "after-noon 2025-04-20", why: "in the evening" },
  "inc-211": {
    occurred: "from 2025-04-20T00:00+03:00 until 2025-04-21T12:00+03:00",
    why: "the 24 hours to 21 April",
  },
  "inc-212": {
    occurred: "from 2025-04-19T18:00+03:00 until 2025-04-20T12:00+03:00",
    why: "the night of 19-20 April, during the truce",
  },
  "inc-215": {
    occurred: "from 2025-04-20T06:30+03:00 until 2025-04-21T00:00+03:00",
    why: "after 09:00; one outlet also gives 06:30",
  },
  "inc-217": { occurred: "before-noon 2025-04-21", why: "the night, hours after the truce" },
  "inc-218": { occurred: "after-noon 2025-04-21", why: "in the evening" },
  "inc-221": {
    occurred: "from 2025-04-22T00:00+03:00 until 2025-04-23T12:00+03:00",
    why: "shelled for over a day, destroyed by the morning of 23 April",
  },
  "inc-225": { occurred: "night 2025-04-23", why: "the night of 22-23 April" },
  "inc-231": { occurred: "night 2025-04-25", why: "the night of 24-25 April" },
  "inc-233": { occurred: "before-noon 2025-04-27", why: "in the morning" },
  "inc-235": {
    occurred: "from 2025-04-28T00:00+03:00 until 2025-04-28T12:31+03:00",
    why: "the hour by which it was reported",
  },
  "inc-237": { occurred: "after-noon 2025-04-29", why: "late that day" },
  "inc-240": { occurred: "night 2025-03-23", why: "the night of inc-063" },
};

/** Facts outside incidents that the case files support; what they do not support stays unrecorded. `notBy`: not come by then. */
export const EVENTS: readonly {
  readonly id: string;
  readonly instrument: string;
  readonly notBy: string;
  readonly sources: readonly string[];
  readonly why: string;
}[] = [
  {
    id: "bank-relief",
    instrument: "black-sea",
    notBy: "2025-04-15T00:00-04:00",
    sources: ["src-256", "src-365"],
    why: "st-0328-peskov-sea: still asked for on 28 March. st-0415-bruce-sanctions: no relief while the fighting goes on, said on 15 April. Later is open",
  },
  {
    id: "trade-relief",
    instrument: "black-sea",
    notBy: "2025-04-15T00:00-04:00",
    sources: ["src-365"],
    why: "st-0415-bruce-sanctions: no relief while the fighting goes on, said on 15 April. Later is open",
  },
  {
    id: "extension-agreed",
    instrument: "energy",
    notBy: "2025-04-18T00:00+03:00",
    sources: ["src-505"],
    why: "st-0418-peskov-noorder: no instruction to prolong, said on 18 April, when the term had run out in the Russian reading",
  },
  {
    id: "extension-agreed",
    instrument: "easter",
    notBy: "2025-04-20T00:00+03:00",
    sources: ["src-407"],
    why: "st-0420-peskov-noext: no order to prolong was given, said on 20 April",
  },
  {
    id: "ru-accepts",
    instrument: "unconditional",
    notBy: "2025-04-29T00:00+03:00",
    sources: ["src-024", "src-393", "src-486"],
    why: "instrument unconditional-30: Russia's status is conditional on 13 March, rejected on 17 April, conditional on 29 April",
  },
];
