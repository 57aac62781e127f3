import { isoOf } from '../../calendar/index.ts';
import type { CaseState } from '../../cases/index.ts';
import type { Procedure } from '../../procedures/schema.ts';
import { type Sight, seesPersonalData } from '../security/sight.ts';
import { maskedContents, maskedForm } from './form.ts';
import { maskText } from './mask.ts';
import type { Writings, WritingsOf } from './task.ts';

/** Whom words are for: everybody who sees the case; the deciding side; or the deciding side until the case is decided. */
export type Audience = 'everyone' | 'deciding' | 'deciding-until-end';
/** Who reads: how the person sees the case, whether on the deciding side, and whether the case has been decided. */
export type Reader = { sight: Sight; inside: boolean; decided: boolean };

const mayRead = ({ inside, decided }: Reader, { audience = 'everyone' }: Content): boolean =>
  inside || audience === 'everyone' || (audience === 'deciding-until-end' && decided);

/** What people wrote with a command, as it is kept. */
export type Content = {
  reasons?: string;
  legalBasis?: string;
  /** 文号 of the document that an act rests on. */
  documentNo?: string;
  fields?: Record<string, unknown>;
  comment?: string;
  audience?: Audience;
};
export type ContentOf = (commandId: string) => Content | null;

const fieldsFor = (sight: Sight, fields: Content['fields']): Writings['fields'] => {
  if (fields === undefined) return null;
  return seesPersonalData(sight) ? fields : (maskedContents(fields) as Record<string, unknown>);
};

/** Reasons belong to the decision and are shown to whoever may see the case; numbers in them only to those who act in it; words for the
 *  deciding side to nobody else. */
export const writingsFor =
  (reader: Reader, contentOf: ContentOf): WritingsOf =>
  (commandId): Writings | null => {
    const content = contentOf(commandId);
    if (content === null || !mayRead(reader, content)) return null;
    const { sight } = reader;
    const shown = (text: string | undefined): string | null =>
      text === undefined ? null : seesPersonalData(sight) ? text : maskText(text);
    return {
      reasons: shown(content.reasons ?? content.comment),
      legalBasis: shown(content.legalBasis),
      documentNo: shown(content.documentNo),
      fields: fieldsFor(sight, content.fields),
      audience: content.audience ?? null,
    };
  };

/** Answers to requests for supplements, oldest first. */
export const supplementsOf = (state: CaseState, procedure: Procedure, sight: Sight, contentOf: ContentOf) =>
  Object.values(state.tasks).flatMap((task) => {
    if (task.supplementOf === null || task.state !== 'done') return [];
    const content = task.contentId === null ? null : contentOf(task.contentId);
    const fields = content?.fields ?? null;
    const comment = content?.comment ?? null;
    const full = seesPersonalData(sight);
    return [
      {
        task: task.supplementOf,
        at: isoOf(task.decidedAtMs ?? task.openedAtMs),
        fields: fields === null || full ? fields : maskedForm(procedure.form, fields),
        comment: comment === null || full ? comment : maskText(comment),
      },
    ];
  });
