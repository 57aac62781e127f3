import type { Role } from '../../procedures/roles.ts';

/**
 * A story: how one case goes, told without dates, so that it can be played both on the decider alone and over HTTP on the real engine in
 * virtual time. Stages are named as in the procedure; each is decided by whoever holds its open task.
 */
export type Story = {
  procedure: string;
  /** The guarantee the story holds, in English. */
  name: string;
  kind: 'in-time' | 'refused' | 'missed' | 'withdrawn' | 'peculiar';
  /**
   * Overrides of the sample form, e.g. `{ system: { name: 'x', kind: 'website' } }`; the rest is made up from its fields. From the
   * moment of filing (epoch milliseconds) where they depend on it.
   */
  form?: Form | ((nowMs: number) => Form);
  steps: Step[];
};
type Form = Record<string, unknown>;

/** What a story puts into the form it files. */
export const formOf = ({ form = {} }: Story, nowMs: number): Form =>
  typeof form === 'function' ? form(nowMs) : form;

export type Step =
  /**
   * The holder of the stage's first open task, or of that of the role `by`, decides; demands of the outcome are met with sample texts.
   * `fields` override the sample.
   */
  | { decide: string; outcome: string; fields?: Record<string, unknown>; by?: Role }
  /** The same, but it is refused with this code; `lacking`: it does not give what the outcome demands so. */
  | {
      decide: string;
      outcome: string;
      refusedWith: string;
      fields?: Record<string, unknown>;
      by?: Role;
      lacking?: 'reasons' | 'legalBasis';
    }
  /** The submitter tries to file such another case, which is refused with this code. */
  | { file: Form; refusedWith: string }
  /** What happens in the case that this one waits for; if that has ended by then, this one has heard. */
  | { child: Step[] }
  /** Time passes: until one second before, or just until, the end of the clock (its id without number, newest), or for a while. */
  | { wait: { lastSecondOf: string } | { endOf: string } | { minutes: number } }
  /** Time passes until rung n of the clock has fired. */
  | { wait: { rung: number; of: string } }
  /** An act other than deciding. `by`: the role that acts; default the submitter's. `task`: stage whose open task it is about. */
  | { act: string; by?: Role; task?: string; body?: Record<string, unknown>; refusedWith?: string }
  /** Another case goes its whole course meanwhile. */
  | { meanwhile: Story }
  | { expect: Expectation };

export type Expectation = {
  /** Exactly these stages have an open task (each named once). */
  open?: string[];
  status?: 'open' | 'closed';
  result?: string;
  /** Clocks (id without number) whose newest is in that state. */
  clocks?: Record<string, 'running' | 'paused' | 'met' | 'missed' | 'cancelled'>;
  /** Roles that the rungs of the clock fired so far have gone to, in order. */
  escalated?: { of: string; to: Role[] };
  /** Events of these types have happened at least once. */
  events?: string[];
  /** Exactly these lines were written into the registers so far, in order, each as `register op`. */
  registers?: string[];
};

/** Terse words for story files. */
export const decide = (
  stage: string,
  outcome: string,
  fields?: Record<string, unknown>,
  by?: Role,
): Step => ({
  ...{ decide: stage, outcome },
  ...(fields === undefined ? {} : { fields }),
  ...(by === undefined ? {} : { by }),
});
export const cannot = (stage: string, outcome: string, refusedWith: string): Step => ({
  decide: stage,
  outcome,
  refusedWith,
});
/** A decision that is refused because its fields say so. */
export const cannotSay = (
  stage: string,
  outcome: string,
  fields: Record<string, unknown>,
  refusedWith = 'fields_invalid',
): Step => ({ decide: stage, outcome, fields, refusedWith });
/** A decision that is refused because it does not state its legal basis. */
export const cannotWithoutBasis = (stage: string, outcome: string): Step => ({
  decide: stage,
  outcome,
  lacking: 'legalBasis',
  refusedWith: 'legal_basis_required',
});
/** A filing that is refused at the desk; nothing is stored of it. */
export const cannotFile = (file: Form, refusedWith = 'form_invalid'): Step => ({ file, refusedWith });
export const inChild = (...child: Step[]): Step => ({ child });
export const lastSecondOf = (clock: string): Step => ({ wait: { lastSecondOf: clock } });
export const endOf = (clock: string): Step => ({ wait: { endOf: clock } });
export const rung = (n: number, of: string): Step => ({ wait: { rung: n, of } });
export const minutes = (n: number): Step => ({ wait: { minutes: n } });
export const expectThat = (expectation: Expectation): Step => ({ expect: expectation });
/** Ends as the procedure names it. */
export const closedAs = (result: string): Step => ({ expect: { status: 'closed', result } });
/** The stage's limit passes unheeded: red, the ladder climbs, the case waits, and a late decision still counts as late. */
export const missedThenDecided = (clock: string, stage: string, outcome: string, to: Role[]): Step[] => [
  endOf(clock),
  expectThat({ status: 'open', clocks: { [clock]: 'missed' } }),
  rung(to.length, clock),
  expectThat({ escalated: { of: clock, to } }),
  decide(stage, outcome),
  expectThat({ clocks: { [clock]: 'missed' } }),
];
