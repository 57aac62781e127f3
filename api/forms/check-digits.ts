import { dayFromText, dayOf } from '../../calendar/index.ts';

/** Check digits of the two identifiers that people and organisations have. Both answer null or a Chinese message. */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const ID_CHECKS = '10X98765432';

/** Resident identity number, GB 11643-1999: region, a date of birth that exists and is not to come, order, check digit. */
export const residentIdProblem = (text: string, nowMs: number): string | null => {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return '居民身份证号应为 18 位，末位可为大写 X';
  const born = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  let day: number;
  try {
    day = dayFromText(born);
  } catch {
    return '居民身份证号中的出生日期不存在';
  }
  if (Number(text.slice(6, 10)) < 1850) return '居民身份证号中的出生日期不合理';
  if (day > dayOf(nowMs)) return '居民身份证号中的出生日期晚于今天';
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return ID_CHECKS[sum % 11] === text[17] ? null : '居民身份证号校验码不正确，请核对';
};

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Unified social credit code, GB 32100-2015: 18 characters without I, O, S, V, Z; last one checks modulo 31. */
export const creditCodeProblem = (text: string): string | null => {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text))
    return '统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z）';
  const sum = CREDIT_WEIGHTS.reduce(
    (total, weight, i) => total + weight * CREDIT_ALPHABET.indexOf(text[i]!),
    0,
  );
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === text[17] ? null : '统一社会信用代码校验码不正确，请核对';
};
