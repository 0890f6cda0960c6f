// What is compared: whole readings, or the answers of one question with every other question held to one answer or left open.
import { useLingui } from "@lingui/react";
import type { ListedQuestion } from "../../../src/report/case-card.ts";
import type { View } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { answerText } from "../../words/part-words.ts";
import type { PriceParts } from "./cards.tsx";
import { ChoiceMenu } from "./choice-menu.tsx";
import type { Choice } from "./choice-menu.tsx";
import { OrderSwitch, UnitSwitch, WindowSwitch } from "./switches.tsx";
import { holdOne, questionView, toggled, wholeView } from "./question-view.ts";
import styles from "./question-bar.module.css";

/** One line under the context bar; what is held stands in it on paper too. */
export function QuestionBar({ answer, cards, view }: PriceParts) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const { compared } = view;
  const listed = card.questions.find(
    ({ instrument, question }) =>
      instrument === compared?.instrument && question === compared.question,
  );
  const whole = i18n._("compare.whole", {}, { message: "whole readings" });
  const groups = card.instruments.map(({ id, title }) => ({
    title,
    choices: card.questions
      .filter(({ instrument }) => instrument === id)
      .map((one) => ({
        key: one.question,
        text: <span lang="en">{one.asks}</span>,
        view: questionView(view, one, card.questions),
        isOn: one === listed,
      })),
  }));
  const wholeChoice = {
    key: "whole",
    text: whole,
    view: wholeView(view, card),
    isOn: listed === undefined,
  };
  return (
    <div className={styles.bar} data-compared={listed === undefined ? "whole" : "question"}>
      <span>{i18n._("compare.title", {}, { message: "Compared:" })}</span>
      <ChoiceMenu
        label={i18n._("compare.choose", {}, { message: "Choose what is compared" })}
        groups={[{ title: null, choices: [wholeChoice] }, ...groups]}
      >
        {listed === undefined ? whole : <span lang="en">{listed.asks}</span>}
      </ChoiceMenu>
      {listed === undefined ? null : <Answers listed={listed} cards={cards} view={view} />}
      {listed === undefined ? null : <Others listed={listed} view={view} />}
      <span className={styles.switches}>
        <UnitSwitch view={view} />
        <WindowSwitch view={view} />
        <OrderSwitch view={view} ladder={answer.ladder} />
      </span>
    </div>
  );
}

/** Which of the answers have a card. */
function Answers({ listed, cards, view }: { listed: ListedQuestion } & Omit<PriceParts, "answer">) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const ids = listed.answers.map(({ id }) => `${listed.instrument}/${listed.question}=${id ?? ""}`);
  const choices = listed.answers.map((one, index): Choice => {
    const id = ids[index] ?? "";
    const text = answerText(one, { i18n, names, instrument: listed.instrument });
    const isOn = view.readings.length === 0 || view.readings.includes(id);
    return { key: id, text, view: toggled(view, id, ids), isOn };
  });
  const label = i18n._(
    "compare.answers",
    { n: cards.length, all: ids.length },
    { message: "answers: {n} of {all}" },
  );
  return (
    <ChoiceMenu label={label} groups={[{ title: null, choices }]} isMany>
      {label}
    </ChoiceMenu>
  );
}

/** Every other question of the text, held to one answer or open. */
function Others({ listed, view }: { listed: ListedQuestion; view: View }) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const others = card.questions.filter(
    ({ instrument, question }) => instrument === listed.instrument && question !== listed.question,
  );
  const open = i18n._("compare.open", {}, { message: "open" });
  return (
    <>
      <span>{i18n._("compare.others", {}, { message: "The other questions:" })}</span>
      {others.map((one) => {
        const held = view.hold.find(({ question }) => question === one.question)?.answer ?? null;
        const answers = one.answers.map((answer): Choice => {
          const text = answerText(answer, { i18n, names, instrument: one.instrument });
          const choice = holdOne(view, one.question, answer.id);
          return { key: answer.id ?? "", text, view: choice, isOn: answer.id === held };
        });
        const free = holdOne(view, one.question, null);
        const choices = [{ key: "", text: open, view: free, isOn: held === null }, ...answers];
        return (
          <span key={one.question} data-question={one.question} data-held={held ?? "open"}>
            <ChoiceMenu label={one.asks} groups={[{ title: one.asks, choices }]}>
              {one.question.replaceAll("-", " ")} ={" "}
              {held === null ? open : held.replaceAll("-", " ")}
            </ChoiceMenu>
          </span>
        );
      })}
    </>
  );
}
