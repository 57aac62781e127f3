export type StageId = string;
export type Fact = string | number | boolean;
export type Condition =
  | { fact: string; in: Fact[] }
  | { month: number; of: string } // the period (所属期间) that the fact `of` names is that month of a year, 1 … 12
  | { settled: StageId; as?: string[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };
/** A stage that opens: always, or only when its condition holds. */
export type Opening = StageId | { stage: StageId; when: Condition };

/** What a condition may ask about: the facts of a case, and how each settled stage was settled. */
export type Known = {
  facts: Readonly<Record<string, Fact>>;
  results: Readonly<Record<StageId, { outcome: string }>>;
};

/** Whether `condition` holds. An unknown fact or an unsettled stage makes its own condition false. */
export const holds = (condition: Condition, known: Known): boolean => {
  if ('fact' in condition) {
    const value = known.facts[condition.fact];
    return value !== undefined && condition.in.includes(value);
  }
  if ('month' in condition) {
    const [, month] = /^\d{4}-(\d{2})$/.exec(String(known.facts[condition.of])) ?? [];
    return Number(month) === condition.month;
  }
  if ('settled' in condition) {
    const result = known.results[condition.settled];
    return result !== undefined && (condition.as === undefined || condition.as.includes(result.outcome));
  }
  if ('all' in condition) return condition.all.every((part) => holds(part, known));
  if ('any' in condition) return condition.any.some((part) => holds(part, known));
  return !holds(condition.not, known);
};

/** The stage of an opening, whether it opens or not. */
export const stageOf = (opening: Opening): StageId => (typeof opening === 'string' ? opening : opening.stage);

/** The stages of those openings that have no condition, or one that holds. */
export const calledFor = (openings: readonly Opening[], known: Known): StageId[] =>
  openings.filter((opening) => typeof opening === 'string' || holds(opening.when, known)).map(stageOf);
