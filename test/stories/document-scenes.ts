import { expect } from 'vitest';
import type { RunningApp } from '../support/running-app.ts';
import { cannotFile, fileCase, type Json, type Scene } from '../support/scene.ts';

const ELECTRONIC = { kind: 'issue', approval: 'first', sealing: 'electronic', urgent: false };

/** A document up to its sign-off. */
const signedOff = async (app: RunningApp, documentNo: string, form: object = {}) => {
  const document = await fileCase(app, 'lz-document', { ...ELECTRONIC, documentNo, ...form });
  await document.decide('review', 'pass');
  await document.decide('sign', 'sign');
  return document;
};
/** A seal made and handed out. */
const made = async (app: RunningApp, sealNo: string) => {
  const making = await fileCase(app, 'lz-seal-make', { serviceMatter: false });
  await making.decide('check', 'consistent');
  await making.decide('make', 'made', { fields: { sealNos: [sealNo] } });
  await making.decide('hand-out', 'received', { fields: { keeper: '专管员甲' } });
};
const use = (documentNo: string, sealNo: string) => ({
  ...{ document: '通知', documentNo, existedBefore: false },
  ...{ sealNo, sealExistedBefore: false },
});
const lineOf = async (app: RunningApp, register: string, name: string): Promise<Json> => {
  const path = `/api/v1/registers/${register}`;
  const { items } = (await app.as('supervisor').get<Json>(`${path}?q=${encodeURIComponent(name)}`)).body;
  expect(items.map((line: Json) => line.name)).toEqual([name]);
  return (await app.as('supervisor').get<Json>(`${path}/${items[0].id}`)).body;
};
const stateOf = async (app: RunningApp, no: string): Promise<string> =>
  (await lineOf(app, 'documents', no)).state;

/** LZ-P 第一百四十条. */
const sealedOnlyWhenSignedOff: Scene = {
  name: 'a seal is applied for, and put, only on a document that stands signed off and has not been sealed since',
  async play(app) {
    const [no, seal] = ['兰新管发〔2026〕1号', '印-1'];
    await made(app, seal);
    expect(await cannotFile(app, 'lz-seal-use', use(no, seal))).toMatchObject({
      code: 'thing_not_standing',
      errors: [
        { pointer: '/form/documentNo', message: `台账中没有文号“${no}”；确为系统建立前已有的，请注明` },
      ],
    });
    const document = await signedOff(app, no);
    expect(await stateOf(app, no)).toBe('open');
    const [one, other] = [
      await fileCase(app, 'lz-seal-use', use(no, seal)),
      await fileCase(app, 'lz-seal-use', use(no, seal)),
    ];
    for (const each of [one, other]) await each.decide('check', 'signed-off');
    const stamped = await Promise.all([one.attempt('stamp', 'sealed'), other.attempt('stamp', 'sealed')]);
    expect(stamped.filter(({ status }) => status === 201)).toHaveLength(1);
    const late = stamped[0]?.status === 201 ? other : one;
    expect((await late.attempt('stamp', 'sealed')).body).toMatchObject({
      code: 'thing_in_other_state',
      errors: [{ message: `文号“${no}”已盖章` }],
    });
    expect(await lineOf(app, 'documents', no)).toMatchObject({
      state: 'marked',
      details: { sealing: 'electronic', sealNo: seal },
    });
    expect((await cannotFile(app, 'lz-seal-use', use(no, seal))).code).toBe('thing_in_other_state');
    expect((await document.attempt('seal', 'sealed')).body.code).toBe('thing_in_other_state');
    await document.decide('seal', 'already');
    await document.decide('distribute', 'sent', { fields: { sentTo: ['民政局'] } });
    expect((await lineOf(app, 'documents', no)).details).toMatchObject({ sealNo: seal, sentTo: ['民政局'] });
    const history = (await lineOf(app, 'seals', seal)).history.map(({ op }: Json) => op);
    expect(history).toEqual(['open', 'use']);
  },
};

/** LZ-P 第一百四十一条. */
const approvedOverAgain: Scene = {
  name: 'a sealed document stands sealed until its change is signed off; then it has to be sealed again',
  async play(app) {
    const [no, seal] = ['兰新管发〔2026〕2号', '印-2'];
    await made(app, seal);
    const fields = { fields: { sealNo: seal } };
    const first = await signedOff(app, no);
    expect((await cannotFile(app, 'lz-document', { ...ELECTRONIC, documentNo: no })).errors).toMatchObject([
      { pointer: '/form/documentNo', message: `文号“${no}”已签发，尚未盖章` },
    ]);
    await first.decide('seal', 'sealed', fields);
    await first.decide('distribute', 'change');
    expect(await stateOf(app, no)).toBe('suspended');
    expect((await cannotFile(app, 'lz-seal-use', use(no, seal))).errors).toMatchObject([
      { message: `文号“${no}”正在重新审批` },
    ]);
    await first.decide('redraft', 'redrafted');
    await first.decide('review', 'pass');
    await first.decide('sign', 'sign');
    expect(await lineOf(app, 'documents', no)).toMatchObject({ state: 'open' });
    await first.decide('seal', 'sealed', fields);

    const again = { ...ELECTRONIC, documentNo: no, approval: 'again', existedBefore: false };
    const second = await fileCase(app, 'lz-document', again);
    await second.decide('review', 'pass');
    expect(await stateOf(app, no)).toBe('marked');
    expect((await second.attempt('sign', 'sign')).body.errors).toMatchObject([
      { message: `文号“${no}”的原办件尚未办结` },
    ]);
    await first.decide('distribute', 'sent');
    await first.decide('supervise', 'received');
    await second.decide('sign', 'sign');
    expect(await stateOf(app, no)).toBe('open');
    await second.decide('seal', 'sealed', fields);
    expect(await stateOf(app, no)).toBe('marked');

    const third = await fileCase(app, 'lz-document', { ...again, documentNo: no });
    await third.decide('review', 'pass');
    await third.decide('sign', 'refuse');
    expect(await stateOf(app, no)).toBe('marked');
  },
};

/** LZ-P 第一百三十七条、第一百三十九条. */
const sealsInForce: Scene = {
  name: 'a seal that is not made, or reported lost, seals nothing; while another keeps it the register says who',
  async play(app) {
    const [no, seal] = ['兰新管发〔2026〕3号', '印-3'];
    const document = await signedOff(app, no);
    const sealing = { fields: { sealNo: seal, sealExistedBefore: false } };
    expect((await document.attempt('seal', 'sealed', sealing)).body).toMatchObject({
      code: 'thing_not_standing',
      errors: [{ pointer: '/fields/sealNo' }],
    });
    await made(app, seal);
    const keepers = async () => (await lineOf(app, 'seals', seal)).details;
    const lost = await fileCase(app, 'lz-lost-credentials', {
      ...{ credential: 'seal', sealNo: seal, userName: undefined, existedBefore: false },
    });
    await lost.decide('report', 'reported');
    await lost.decide('seal', 'handled');
    expect((await document.attempt('seal', 'sealed', sealing)).body.errors).toMatchObject([
      { message: `印章编号“${seal}”已暂停使用` },
    ]);
    const away = { sealNo: seal, why: 'leave', existedBefore: false, standIn: '代管员乙' };
    expect((await cannotFile(app, 'lz-seal-custody', away)).code).toBe('thing_in_other_state');
    await lost.decide('close', 'filed');

    const custody = await fileCase(app, 'lz-seal-custody', away);
    await custody.decide('agree', 'agree');
    await custody.decide('hand-over', 'done');
    expect(await lineOf(app, 'seals', seal)).toMatchObject({ state: 'marked' });
    expect(await keepers()).toMatchObject({ keeper: expect.anything(), standIn: expect.anything() });
    expect((await cannotFile(app, 'lz-seal-custody', away)).errors).toMatchObject([
      { message: `印章编号“${seal}”正在代管` },
    ]);
    await document.decide('seal', 'sealed', sealing);
    await custody.decide('custody', 'handed-back');
    expect(await keepers()).not.toHaveProperty('standIn');
    expect(await stateOf(app, no)).toBe('marked');
  },
};

/** LZ-P 第五十六条、第五十九条. */
const received: Scene = {
  name: 'what a unit receives stands under its own line, open until it is handled, and is no document to be sealed',
  async play(app) {
    const no = '甘政发〔2026〕4号';
    const incoming = await fileCase(app, 'lz-document', {
      ...{ kind: 'incoming', documentNo: no, approval: undefined, existedBefore: undefined },
      ...{ sealing: 'none', urgent: true },
    });
    await incoming.decide('receive', 'received');
    expect(await lineOf(app, 'documents', no)).toMatchObject({ thing: 'incoming-document', state: 'open' });
    expect((await cannotFile(app, 'lz-seal-use', use(no, '印-4'))).code).toBe('thing_not_standing');
    await incoming.decide('assign', 'assigned');
    await incoming.decide('handle', 'handled', { fields: { result: '已转发' } });
    await incoming.decide('check', 'timely');
    expect(await lineOf(app, 'documents', no)).toMatchObject({
      state: 'closed',
      details: { kind: 'incoming', result: '已转发' },
    });
  },
};

export const documentScenes: Scene[] = [sealedOnlyWhenSignedOff, approvedOverAgain, sealsInForce, received];
