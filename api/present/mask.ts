/** How personal data looks to those who need not know it. The length of what is hidden does not show. */

/** 王小明 → 王**. Rare characters beyond the basic plane stay whole. */
export const maskName = (name: string): string => {
  const [first] = name.trim();
  return first === undefined ? '' : `${first}**`;
};

/** First six and last four of a long number, only the ends of a short one. */
export const maskNumber = (number: string): string =>
  number.length > 12
    ? `${number.slice(0, 6)}********${number.slice(-4)}`
    : `${number.slice(0, 1)}****${number.slice(-1)}`;

const RESIDENT_ID = /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/g;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

/** Free text with the identity and mobile numbers in it masked. */
export const maskText = (text: string): string =>
  text
    .replace(RESIDENT_ID, maskNumber)
    .replace(MOBILE, (number) => `${number.slice(0, 3)}****${number.slice(-4)}`);
