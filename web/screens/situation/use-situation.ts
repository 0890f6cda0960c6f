// The worker behind the screen: opened once a table, asked with every change, its newest count on screen, older ones dropped.
import { useCallback, useEffect, useMemo, useState } from "react";
import type { CrossQuestion } from "../../../src/report/cross-plan.ts";
import type { Draw } from "../../parts/map/map-view.ts";
import type { SituationAnswer } from "../../source/record-source.ts";
import { createSituation } from "../../source/situation.ts";
import type { SituationWork } from "../../source/situation.ts";
import type { SituationCount } from "../../work/situation-messages.ts";

export interface Situation {
  /** Null until the first count is there. */
  readonly count: SituationCount | null;
  /** True while `count` answers an older question. */
  readonly isWaiting: boolean;
  readonly fault: string | null;
  readonly draw: (slot: string, readings: readonly string[]) => Draw;
}

interface Asked {
  readonly question: CrossQuestion;
  readonly selected: string | null;
}

/** `isMoving`: the question changes many times a second; maps of large tables wait until it stands still. */
export function useSituation(
  page: SituationAnswer,
  { question, selected }: Asked,
  isMoving: boolean,
): Situation {
  const work = useWork(page);
  const [count, setCount] = useState<SituationCount | null>(null);
  const [answered, setAnswered] = useState<Asked | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const asked = useMemo(() => ({ question, selected }), [question, selected]);
  useEffect(() => {
    if (work === null) return undefined;
    let isOld = false;
    void work.ask("count", { kind: "count", ...asked }).then((reply) => {
      if (reply.kind === "fault") setFault(reply.message);
      if (reply.kind !== "count" || isOld) return;
      setFault(null);
      setAnswered(asked);
      setCount(reply.count);
    });
    return () => {
      isOld = true;
    };
  }, [work, asked]);
  const settled = useSettled(answered?.question ?? null, isMoving && page.rows > LARGE);
  const draw = useCallback(
    (slot: string, readings: readonly string[]): Draw =>
      async (options) => {
        if (work === null || settled === null) return null;
        const reply = await work.ask(slot, { kind: "draw", readings, options });
        return reply.kind === "draw" ? reply.drawing : null;
      },
    [work, settled],
  );
  return { count, isWaiting: answered !== asked, fault, draw };
}

/** Above it a map is not drawn anew with every step of a drag. */
const LARGE = 100_000;

function useSettled<T>(value: T, isMoving: boolean): T {
  const [settled, setSettled] = useState(value);
  if (!isMoving && settled !== value) setSettled(value);
  return settled;
}

/** The worker with the table in it; null until it is open. */
function useWork(page: SituationAnswer): SituationWork | null {
  const [work, setWork] = useState<SituationWork | null>(null);
  useEffect(() => {
    const started = createSituation();
    void started.ask("open", { kind: "open", page }).then((reply) => {
      if (reply.kind === "open") setWork(started);
    });
    return () => {
      setWork(null);
      started.close();
    };
  }, [page]);
  return work;
}
