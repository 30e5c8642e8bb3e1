import { randomUUID } from 'node:crypto';
import { DueDates } from '../src/cases';
import { Cairn, type Person } from './support/cairn';
import { qualify, recordRemains, registerReport } from './support/records';

interface Item {
  id: string;
  kind: string;
  subject: { kind: string; id: string };
  readAt: string | null;
}

describe('an inbox', () => {
  let cairn: Cairn;
  let owner: Person;
  let colleague: Person;
  let team: Person;
  let board: Person;
  let familySpecialist: Person;
  let custodianSpecialist: Person;
  let consul: Person;
  let elsewhere: Person;
  let administrator: Person;

  beforeEach(async () => {
    cairn = await Cairn.start();
    owner = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    colleague = await cairn.aPerson('SEN', 'family', ['contact_point_officer', 'coordinator'], owner);
    team = await cairn.aPerson('ESP', 'forensic', ['forensic_officer']);
    board = await cairn.aPerson('ESP', 'forensic', ['coordinator'], team);
    familySpecialist = await cairn.aPerson('SEN', 'forensic', ['forensic_officer']);
    custodianSpecialist = await cairn.aPerson('ESP', 'forensic', ['forensic_officer'], team);
    consul = await cairn.aPerson('SEN', 'consulate', ['consular_officer']);
    elsewhere = await cairn.aPerson('ITA', 'family', ['contact_point_officer']);
    administrator = await cairn.aPerson('CHE', 'network', ['administrator', 'auditor']);
  });
  afterEach(() => cairn.close());

  const itemsOf = async (by: Person, query = ''): Promise<Item[]> =>
    (await by.get(`/api/inbox${query}`).expect(200)).body.items as Item[];
  const kindsOf = async (by: Person): Promise<string[]> => (await itemsOf(by)).map(({ kind }) => kind);
  const aProposal = async (): Promise<{ caseId: string; proposalId: string }> => {
    const caseId = await registerReport(owner, {}, [{ purpose: 'match_abroad' }, { purpose: 'specialists_abroad' }]);
    await cairn.settle();
    await recordRemains(team);
    await cairn.settle();
    const [item] = (await owner.get(`/api/proposals?caseId=${caseId}`).expect(200)).body.items as Item[];
    return { caseId, proposalId: item!.id };
  };
  const release = async (proposalId: string) => {
    const [forFamily, forCustodian] = [
      await qualify(cairn, familySpecialist, 'reconciliation'),
      await qualify(cairn, custodianSpecialist, 'dental'),
    ];
    const path = `/api/proposals/${proposalId}`;
    await colleague.put(`${path}/review`, {}, 1).expect(200);
    const interest = { specialistId: familySpecialist.userId };
    const { body } = await colleague.put(`${path}/interest/${randomUUID()}`, interest, 2).expect(200);
    await cairn.settle();
    await team
      .put(`${path}/release/${randomUUID()}`, { specialistId: custodianSpecialist.userId }, body.version)
      .expect(200);
    await cairn.settle();
    return { forFamily, forCustodian };
  };

  it('says once that a review or a task is due, to whoever answers for it, whatever restarts', async () => {
    const caseId = await registerReport(owner);
    await cairn.settle();
    const dueOf = async (by: Person) =>
      (await itemsOf(by)).filter(({ kind }) => kind.endsWith('due')).map(({ kind, subject }) => [kind, subject]);
    const say = async () => {
      // A second worker looks at the same moment, and the first is stopped and started.
      const dueDates = (await cairn.startWorker()).get(DueDates);
      const said = await Promise.all([dueDates.say(), dueDates.say()]);
      await cairn.settle();
      await cairn.stopWorker();
      await (await cairn.startWorker()).get(DueDates).say();
      await cairn.settle();
      return said[0] + said[1];
    };
    await say();
    expect(await dueOf(owner)).toEqual([]);

    await cairn.admin.query(`UPDATE missing_person_case SET review_on = current_date`);
    const subject = { kind: 'case', id: caseId };
    await say();
    expect(await dueOf(owner)).toEqual([['cases.due', subject]]);
    const [line] = await itemsOf(owner);
    await owner.put(`/api/inbox/${line!.id}/read`).expect(200);
    expect(await say()).toBe(0);
    expect(await dueOf(owner)).toHaveLength(1);
    expect(await dueOf(colleague)).toEqual([]);

    // Moved, and come again: a new line. Given to somebody else: theirs.
    await cairn.admin.query(`UPDATE missing_person_case SET review_on = current_date - 1`);
    await say();
    expect(await dueOf(owner)).toHaveLength(2);
    const { version } = (await owner.get(`/api/cases/${caseId}`).expect(200)).body as { version: number };
    const given = { userId: colleague.userId, reason: 'on leave' };
    await owner.put(`/api/cases/${caseId}/owner`, given, version).expect(200);
    await say();
    expect(await dueOf(owner)).toHaveLength(2);
    expect(await dueOf(colleague)).toEqual([['cases.due', subject]]);

    const task = { what: 'ask the hospital', dueOn: '2026-01-01', assigneeId: owner.userId };
    await owner.put(`/api/cases/${caseId}/tasks/${randomUUID()}`, task).expect(200);
    await owner.put(`/api/cases/${caseId}/tasks/${randomUUID()}`, { ...task, isDone: true }).expect(200);
    await say();
    expect((await dueOf(owner))[0]).toEqual(['cases.task-due', subject]);
    expect(await dueOf(owner)).toHaveLength(3);
    expect(await dueOf(colleague)).toHaveLength(1);

    // What is settled is reviewed no more.
    await cairn.admin.query(
      `UPDATE missing_person_case SET review_on = current_date - 2, status = 'closed', shown_status = 'closed'`,
    );
    expect(await say()).toBe(0);
    for (const other of [team, consul, elsewhere, administrator]) expect(await itemsOf(other)).toEqual([]);
  });

  it('tells the owner of a case of a proposal, once, with a kind and an id and nothing of the case', async () => {
    const { proposalId } = await aProposal();
    const [item, ...others] = await itemsOf(owner);
    expect(others).toEqual([]);
    expect(item).toEqual({
      ...{ id: expect.any(String), kind: 'matching.proposed', at: expect.any(String), readAt: null },
      subject: { kind: 'proposal', id: proposalId },
    });
    expect(JSON.stringify(await itemsOf(owner))).not.toMatch(/Sanogo|R-|SEN/);
    for (const other of [colleague, team, consul, elsewhere, administrator]) expect(await itemsOf(other)).toEqual([]);
    // The same event delivered again, and the pair compared again, add nothing.
    await cairn.admin.query(
      `INSERT INTO outbox_message (event, queue, payload, bulk) VALUES ('matching.proposed', 'notifications', $1, false)`,
      [{ proposalId }],
    );
    await cairn.settle();
    expect(await itemsOf(owner)).toHaveLength(1);
  });

  it('tells every officer of the desk while nobody owns the case', async () => {
    const caseId = await registerReport(owner, {}, [{ purpose: 'match_abroad' }]);
    await cairn.settle();
    await cairn.admin.query(`UPDATE missing_person_case SET owner_id = NULL WHERE id = $1`, [caseId]);
    await recordRemains(team);
    await cairn.settle();
    expect(await kindsOf(owner)).toEqual(['matching.proposed']);
    expect(await kindsOf(colleague)).toEqual(['matching.proposed']);
    expect(await itemsOf(elsewhere)).toEqual([]);
  });

  it('tells the custodian’s desk that somebody asks, and the two specialists that files are open to them', async () => {
    const { proposalId } = await aProposal();
    await release(proposalId);
    const subject = { kind: 'proposal', id: proposalId };
    for (const one of [team, board])
      expect(await itemsOf(one)).toMatchObject([{ kind: 'matching.interest-expressed', subject }]);
    expect(await itemsOf(familySpecialist)).toMatchObject([{ kind: 'matching.released', subject }]);
    expect(await kindsOf(custodianSpecialist)).toEqual(['matching.released', 'matching.interest-expressed']);
    expect(await kindsOf(owner)).toEqual(['matching.proposed']);
    for (const other of [consul, elsewhere, administrator]) expect(await itemsOf(other)).toEqual([]);
  });

  it('tells of an identification those only who may know, and of a first signature nobody', async () => {
    const { proposalId } = await aProposal();
    const { forFamily, forCustodian } = await release(proposalId);
    const id = randomUUID();
    const path = `/api/identifications/${id}`;
    await familySpecialist.put(path, { proposalId }).expect(200);
    await familySpecialist
      .put(`${path}/lines/${randomUUID()}`, { kind: 'dental', finding: 'agrees', words: 'gold crown on 36' })
      .expect(200);
    const everybody = [
      owner,
      colleague,
      team,
      board,
      familySpecialist,
      custodianSpecialist,
      consul,
      elsewhere,
      administrator,
    ];
    const inboxes = async () => {
      await cairn.settle();
      return Promise.all(everybody.map(async (one) => (await one.get('/api/inbox').expect(200)).text));
    };
    const before = await inboxes();
    const signed = { conclusion: 'same_person', statement: 'as reconciled' };
    await familySpecialist
      .put(`${path}/signatures/${randomUUID()}`, { ...signed, method: 'reconciliation', qualificationId: forFamily }, 2)
      .expect(200);
    expect(await inboxes()).toEqual(before);
    await custodianSpecialist
      .put(`${path}/signatures/${randomUUID()}`, { ...signed, method: 'dental', qualificationId: forCustodian }, 2)
      .expect(200);
    await board
      .put(
        `${path}/authority-decision`,
        { authority: 'Juzgado', reference: 'DP 1', decidedOn: '2026-03-01', decision: 'confirmed' },
        2,
      )
      .expect(200);
    await cairn.settle();
    const about = async (by: Person) =>
      (await itemsOf(by)).filter(({ subject }) => subject.id === id).map(({ kind }) => kind);
    const [opened, signedByBoth, decided, told] = ['opened', 'signed', 'decided', 'told'].map(
      (one) => `identification.${one}`,
    );
    expect(await about(owner)).toEqual([decided, opened]);
    expect(await about(familySpecialist)).toEqual([decided, signedByBoth]);
    expect(await about(custodianSpecialist)).toEqual([decided, signedByBoth, opened]);
    expect(await about(board)).toEqual([decided, signedByBoth]);
    for (const other of [colleague, team, consul, elsewhere, administrator]) expect(await about(other)).toEqual([]);
    expect(await kindsOf(colleague)).toEqual([]);
    await owner.put(`${path}/telling`, { toldOn: '2026-03-10', by: 'Awa Diop', how: 'in_person' }).expect(200);
    await cairn.settle();
    expect((await about(board))[0]).toBe(told);
    expect(await about(colleague)).toEqual([]);
  });

  it('keeps what was read, lists what was not, and opens to nobody else', async () => {
    await aProposal();
    const [item] = await itemsOf(owner, '?unread=true');
    await colleague.put(`/api/inbox/${item!.id}/read`).expect(404);
    await owner.put(`/api/inbox/${randomUUID()}/read`).expect(404);
    const read = await owner.put(`/api/inbox/${item!.id}/read`).expect(200);
    const again = await owner.put(`/api/inbox/${item!.id}/read`).expect(200);
    expect(again.body.readAt).toBe(read.body.readAt);
    expect(await itemsOf(owner, '?unread=true')).toEqual([]);
    expect(await itemsOf(owner)).toHaveLength(1);
    for (let n = 0; n < 12; n++)
      await cairn.admin.query(
        `INSERT INTO inbox_item (user_id, kind, subject_kind, subject_id) VALUES ($1, 'matching.released', 'proposal', gen_random_uuid())`,
        [owner.userId],
      );
    const whole = (await itemsOf(owner)).map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await owner.get(`/api/inbox?limit=5${cursor}`).expect(200);
      paged.push(...(body.items as Item[]).map(({ id }) => id));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(paged).toEqual(whole);
    expect(whole.at(-1)).toBe(item!.id);
    await owner.get('/api/inbox?unread=perhaps').expect(422);
    await owner.get('/api/inbox?cursor=nonsense').expect(422);
  });
});
