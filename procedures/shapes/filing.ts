import type { Fields } from '../fields.ts';
import { target } from '../limits.ts';
import type { Citation, Jurisdiction } from '../regulations.ts';
import type { Role } from '../roles.ts';
import type { Edition, Effect, Family, LegalLimit, Procedure, Seat } from '../schema.ts';

/** What one 备案 says. */
type Filing = {
  id: string;
  family: Family;
  jurisdiction: Jurisdiction;
  title: string;
  basis: Citation;
  edition: Edition;
  submitters: Role[];
  form: Fields;
  /** Who is filed with (报…备案). Several: each has to file it. */
  receiver: Seat | Seat[];
  /** Default: a target of 5 working days. */
  within?: LegalLimit;
  /** What is written down besides the filing itself. */
  effects?: Effect[];
  houseRules?: string[];
};

const WORKING_DAYS = 5;

/** 备案: sent, checked for completeness, and filed or returned with reasons. Nothing is approved. */
export const filing = (text: Filing): Procedure => ({
  id: text.id,
  family: text.family,
  jurisdiction: text.jurisdiction,
  title: text.title,
  basis: text.basis,
  edition: text.edition,
  submitters: text.submitters,
  form: text.form,
  start: ['check'],
  stages: {
    check: {
      title: '核对材料并备案',
      basis: text.basis,
      by: text.receiver,
      ...(Array.isArray(text.receiver) ? { agreement: 'all' as const } : {}),
      within: text.within ?? target(WORKING_DAYS, 'working-day', text.basis),
      outcomes: {
        file: {
          title: '材料齐全，予以备案',
          effects: [{ register: 'filings', op: 'open' }, ...(text.effects ?? [])],
          ends: 'filed',
        },
        return: { title: '材料不齐，退回', demands: ['reasons'], ends: 'returned' },
      },
    },
  },
  endings: { filed: '已备案', returned: '已退回', withdrawn: '已撤回' },
  houseRules: [
    '备案只核对材料是否齐全，不作审批；退回的，补齐后重新报送。',
    ...(text.within === undefined ? ['核对时限条文未定，按5个工作日作为服务目标。'] : []),
    ...(text.houseRules ?? []),
  ],
});
