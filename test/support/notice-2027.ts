type DayEntry = { date: string; state: 'working' | 'off'; name: string };

const between = (from: string, to: string): string[] => {
  const dates: string[] = [];
  for (let ms = Date.parse(`${from}T00:00:00Z`); ms <= Date.parse(`${to}T00:00:00Z`); ms += 86_400_000)
    dates.push(new Date(ms).toISOString().slice(0, 10));
  return dates;
};
const off = (name: string, from: string, to = from): DayEntry[] =>
  between(from, to).map((date) => ({ date, state: 'off', name }));
const worked = (name: string, ...dates: string[]): DayEntry[] =>
  dates.map((date) => ({ date, state: 'working', name }));

/** A made-up notice for 2027 that is as the notices of other years are: 13 weekdays off more than weekend days worked. */
export const notice2027 = (publishedAt = '2026-11-23') => ({
  notice: {
    title: '国务院办公厅关于2027年部分节假日安排的通知',
    number: '国办发明电〔2026〕9号',
    publishedAt,
  },
  coverage: { from: '2027-01-01', to: '2027-12-31' },
  days: [
    ...off('元旦', '2027-01-01', '2027-01-03'),
    ...off('春节', '2027-02-05', '2027-02-12'),
    ...worked('春节', '2027-01-31', '2027-02-14'),
    ...off('清明节', '2027-04-03', '2027-04-05'),
    ...off('劳动节', '2027-05-01', '2027-05-05'),
    ...worked('劳动节', '2027-04-25'),
    ...off('端午节', '2027-06-09'),
    ...off('中秋节', '2027-09-15'),
    ...off('国庆节', '2027-10-01', '2027-10-07'),
    ...worked('国庆节', '2027-09-26', '2027-10-09'),
  ],
});
