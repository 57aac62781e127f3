import { rebuild, rebuildRegisters, type Store } from '../../store/index.ts';

/** Compares the lists with the record, line by line; answers whether they agree, or agree now. */
export const rebuildLists = async (
  store: Store,
  args: readonly string[],
  say: (line: string) => void,
): Promise<boolean> => {
  const repair = args.includes('--repair');
  const caseNo = args.find((arg) => !arg.startsWith('--'));
  const { cases, differences } = await rebuild(store.db, {
    repair,
    ...(caseNo === undefined ? {} : { caseNo }),
  });
  for (const { caseNo: no, table, key, column, stored, derived } of differences)
    say(`${no} ${table}(${key}).${column}: 现为 ${JSON.stringify(stored)}，应为 ${JSON.stringify(derived)}`);
  say(`核对 ${cases} 个案件，${differences.length} 处不同${repair ? '，已改正' : ''}`);
  const lines = caseNo === undefined ? await rebuildRegisters(store.db, { repair }) : [];
  for (const line of lines) say(`台账 ${line}: 与事件不符`);
  return repair || differences.length + lines.length === 0;
};
