import type { Condition } from './conditions.ts';
import type { Progress } from './progress.ts';
import type { ShareClass } from './schema.ts';
import type { ThingId } from './things.ts';

/** What a case grants, opens or changes beyond itself: a line of a register (台账). */
export type Effect = {
  register: RegisterId;
  op: RegisterOp;
  /**
   * The thing that the line is of, by the field of the form or of a decision that names it (`system.name` within an object); a field
   * with several texts names several. `case`: not a thing, so each case has a line of its own; always so for grants and filings.
   */
  key?: { thing: ThingId; field: string } | 'case';
  /** What the case tells of the entry of the catalogue that the change is of (only of a `resource`). */
  entry?: EntryTold;
  /** Only while this holds over the facts of the case. */
  when?: Condition;
  /**
   * How the thing must stand in its register, or the case is refused when it is filed or decided. Said of whatever closes, suspends,
   * resumes or uses what other cases opened.
   */
  must?: Must;
  /**
   * Field beside the name of the thing that says that it was there before the register, where it need not stand; `existedBefore` unless
   * told. null: this case has opened the thing itself, so it is asked only when decided, and whether no other has opened it since.
   */
  before?: string | null;
  /** Takes back what this case itself has put there, and does nothing where it has put nothing; without it, whoever has put it. */
  own?: true;
  /** How far the thing has come with it (进展); only of projects. What says nothing leaves it where it was. */
  reached?: Progress;
  /** Of a mark: what the case has said by then is told of the thing as long as the mark stands; without it a mark says nothing of it. */
  tells?: true;
};
/**
 * Each part of a catalogue entry by the field of the form or of a decision that tells it; where its choices are not the words of the
 * catalogue, with the word for each (`as`); or what it is by the article itself (`is`). What is not told stays, but for conditions:
 * those that the field leaves open are lifted.
 */
export type EntryTold = Partial<Record<EntryPart, TellsPart>>;
export type TellsPart = string | { field: string; as: Record<string, ShareClass> } | { is: string | null };
export type EntryPart =
  | 'title'
  | 'department' // the owner, who decides about its use
  | 'shareType'
  | 'items' // 数据项
  | 'conditions' // 共享条件
  | 'updateRhythm' // 更新周期
  | 'responsible'; // 责任部门

export type RegisterId =
  | 'data-grants'
  | 'resources'
  | 'connections'
  | 'accounts'
  | 'seals'
  | 'licences'
  | 'documents'
  | 'projects'
  | 'filings';
/** `use`: noted in the history of the thing (用印), which stays as it is. */
export type RegisterOp = 'open' | 'change' | 'mark' | 'unmark' | 'suspend' | 'resume' | 'close' | 'use';

/** How a thing stands in its register for whoever means it; `absent`: no line bears its name. */
export type ThingState = 'absent' | 'open' | 'marked' | 'suspended' | 'closed';
/** `exist`: whatever has become of it, but for its closing; else one of these. */
export type Must = 'exist' | readonly ThingState[];
