/** Lower case, and every stretch of white space one space: what is looked for has this form. */
export const evenly = (text: string): string => text.toLowerCase().replace(/\s+/gu, ' ').trim();

/**
 * The single characters and neighbouring pairs of a text, lower-cased: an index over these finds any substring, in
 * Chinese as in Latin script, without an extension or a dictionary.
 */
export const gramsOf = (text: string): string[] => {
  const letters = [...evenly(text)];
  const pairs = letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
  return [...new Set([...letters, ...pairs])];
};

/** What has to be among the grams of a text that contains `part`. */
export const gramsToFind = (part: string): string[] => {
  const grams = gramsOf(part);
  const pairs = grams.filter((gram) => [...gram].length === 2);
  return pairs.length > 0 ? pairs : grams;
};
