import type { Procedure } from './schema.ts';
import type { ThingId } from './things.ts';

/** What a column shows that no field says: it follows from the line itself, its history, its cases or its entry in the catalogue. */
export type Derived =
  | 'until' // 期限
  | 'suspended-since' // 暂停时间
  | 'closed-at' // 撤销、注销时间
  | 'marks' // 现有标注和暂停
  | 'uses' // 使用次数
  | 'uses-against-purpose' // 超出授权用途使用次数
  | 'uses-after-end' // 期满后使用次数
  | 'owner' // 目录条目的提供单位
  | 'share-type' // 共享类型
  | 'conditions' // 共享条件
  | 'update-rhythm' // 更新周期
  | 'responsible' // 责任部门
  | 'version' // 版本
  | 'step' // 进展
  | 'signed-off-by' // 签发人
  | 'signed-off-at' // 签发时间
  | 'sealed-at' // 用印时间
  | 'matter'; // 事项名称

/**
 * A column of a register (台账栏目). `said`: the fields of forms and decisions that fill it, for every procedure that tells of the register;
 * `saidBy`: those of a procedure that calls it something else, none where its field of that name means something else. Of several the one
 * told last fills it, told together the first of them.
 */
export type Column = {
  title: string;
  /** Kinds of things that have it; absent: all of the register. */
  of?: readonly ThingId[];
  /** Whoever opens such a line must have asked for it; who need not is named in `column-gaps.ts`. */
  must?: true | readonly ThingId[];
  /** `parties`: a field that fills it names parties, so that names and numbers of persons are masked. Else numbers within texts are. */
  masks?: 'parties';
  said?: readonly string[];
  saidBy?: Record<string, readonly string[]>;
  /** A list that goes with the list of names which that field gives: a line shows the part that stands where its own name stands. */
  alongside?: string;
  /** Holds only as long as the case that said it is open, such as a stand-in. */
  whileOpen?: true;
  derived?: Derived;
};
export type Columns = Record<string, Column>;

/** The fields of a procedure that fill a column, the one that goes first first. */
export const fieldsFor = (
  { said = [], saidBy = {} }: Column,
  { id }: Pick<Procedure, 'id'>,
): readonly string[] => saidBy[id] ?? said;
