// The writer of XML: what stands in words, attributes and comments comes back, and what cannot is told.
import { describe, expect, test } from "vitest";
import { everyElement, readXml } from "../../../test/kit/xml.ts";
import { element, loss, lossesOf, xmlText } from "./xml.ts";

const HOSTILE = `<a b="c">&amp; ]]> ' \t\n\r x`;

describe("written and read again", () => {
  test("words and attributes are the same, line ends and tabs too", () => {
    const text = xmlText(element("a", { b: HOSTILE }, [HOSTILE, element("c", {}), HOSTILE]));
    const { root } = readXml(text);
    expect(root.attributes.get("b")).toBe(HOSTILE);
    expect(root.words).toBe(HOSTILE + HOSTILE);
  });

  test("a comment cannot end early, whatever it says", () => {
    const { comments, root } = readXml(xmlText(element("a", {}, [loss("x", "--> <b/> --- -")])));
    expect(comments).toEqual([" lost: x: - -> <b/> - - - - "]);
    expect(everyElement(root).length).toBe(1);
  });

  test("characters that XML cannot hold become U+FFFD, counted at the nearest name", () => {
    const root = element("a", { key: "k" }, [
      element("b", { c: "\u0000" }, ["\ud800\uffff\u{1f642}"]),
    ]);
    expect(readXml(xmlText(root)).root.children[0]?.words).toBe("\ufffd\ufffd\u{1f642}");
    expect(lossesOf(root).map(({ at, says }) => [at, says.split(" ")[0]])).toEqual([
      ["k", "1"],
      ["k", "2"],
    ]);
  });

  test("an attribute that is null is left out", () => {
    expect(xmlText(element("a", { b: null, c: "" }))).toContain('<a c=""/>');
  });
});

describe("the strict reader of the tests refuses", () => {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  test.each([
    ["an open element", "<a><b></a>"],
    ["two roots", "<a/><b/>"],
    ["an attribute twice", '<a b="1" b="2"/>'],
    ["a bare &", "<a>&</a>"],
    ["an unknown reference", "<a>&nbsp;</a>"],
    ["< in an attribute", '<a b="<"/>'],
    ["two hyphens in a comment", "<a><!-- -- --></a>"],
    ["an unknown prefix", "<x:a/>"],
    ["a control character", "<a>\u0001</a>"],
    ["]]> among words", "<a>]]></a>"],
    ["nothing", ""],
  ])("%s", (_, text) => {
    expect(() => readXml(head + text)).toThrow();
  });
});
