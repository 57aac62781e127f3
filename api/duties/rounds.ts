import { type DutyTurn, turnsBetween, turnsSoFar } from '../../cases/index.ts';
import { allProcedures, type Procedure, type Recurrence } from '../../procedures/index.ts';
import type { DutyOpened, DutyRound, Store } from '../../store/index.ts';

export type Duty = Procedure & { recurrence: Recurrence };

/** Every procedure that comes up of itself, once for each jurisdiction that has it. */
export const allDuties = (): Duty[] =>
  allProcedures().filter((procedure): procedure is Duty => procedure.recurrence !== undefined);

/** A duty in each jurisdiction that has it; empty when there is no such duty. */
export const dutyEverywhere = (id: string): Duty[] => allDuties().filter((duty) => duty.id === id);

export const roundOf = ({ id, jurisdiction, recurrence }: Duty, turn: DutyTurn): DutyRound => ({
  ...{ procedure: id, jurisdiction, role: recurrence.holders },
  ...turn,
});

type Deps = { store: Pick<Store, 'duties' | 'settings'>; kick(): void };

/** When this system took the duties over, epoch milliseconds. */
const SINCE = 'duties-since';

/** Asks for the cases of turns, and has them opened at once. All of it may be repeated: a case that was asked for is known. */
export const dutyRounds = ({ store, kick }: Deps) => {
  const ask = async (duty: Duty, turn: DutyTurn, nowMs: number): Promise<DutyOpened> => {
    const outcome = await store.duties.ask(roundOf(duty, turn), nowMs);
    if (outcome.opened.length > 0) kick();
    return outcome;
  };
  return {
    ask,
    /**
     * Every turn that has opened by `nowMs`, of every duty, the earlier first: for what a scheduler has missed. What came up before this
     * system first looked was somebody else's to do.
     */
    async openSoFar(nowMs: number): Promise<void> {
      const known = await store.settings.get(SINCE);
      if (known === null) await store.settings.set(SINCE, nowMs);
      const sinceMs = typeof known === 'number' ? known : nowMs;
      for (const duty of allDuties())
        for (const turn of turnsSoFar(duty.recurrence, sinceMs, nowMs)) await ask(duty, turn, nowMs);
    },
    /** Instants after one and up to another at which a turn of any duty opens, in order, each once. */
    openingsBetween(afterMs: number, untilMs: number): number[] {
      const instants = allDuties().flatMap(({ recurrence }) =>
        turnsBetween(recurrence, afterMs, untilMs).map(({ opensAtMs }) => opensAtMs),
      );
      return [...new Set(instants)].sort((a, b) => a - b);
    },
    /** Opens every turn that comes up at just this instant. */
    async openAt(atMs: number): Promise<void> {
      for (const duty of allDuties())
        for (const turn of turnsBetween(duty.recurrence, atMs - 1, atMs)) await ask(duty, turn, atMs);
    },
  };
};
export type DutyRounds = ReturnType<typeof dutyRounds>;
