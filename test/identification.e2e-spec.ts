import { randomUUID } from 'node:crypto';
import { Cairn, type Person } from './support/cairn';
import { aPerson, qualify, recordRemains, registerReport } from './support/records';

interface View {
  version: number;
  state: string;
  next: string[];
  [field: string]: unknown;
}

describe('an identification', () => {
  let cairn: Cairn;
  /** Owns the case and took the report. */
  let owner: Person;
  let colleague: Person;
  let reviewer: Person;
  /** The custodian's team. */
  let team: Person;
  let board: Person;
  let familySpecialist: Person;
  let custodianSpecialist: Person;
  let third: Person;
  let stranger: Person;
  const qualificationOf = new Map<string, string>();

  beforeAll(async () => {
    cairn = await Cairn.start();
    owner = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    colleague = await cairn.aPerson('SEN', 'family', ['contact_point_officer'], owner);
    reviewer = await cairn.aPerson('SEN', 'family', ['coordinator'], owner);
    team = await cairn.aPerson('ESP', 'forensic', ['forensic_officer']);
    board = await cairn.aPerson('ESP', 'forensic', ['coordinator'], team);
    familySpecialist = await cairn.aPerson('SEN', 'forensic', ['forensic_officer']);
    custodianSpecialist = await cairn.aPerson('ESP', 'forensic', ['forensic_officer'], team);
    third = await cairn.aPerson('ESP', 'forensic', ['forensic_officer']);
    stranger = await cairn.aPerson('ESP', 'forensic', ['forensic_officer', 'coordinator']);
    for (const person of [familySpecialist, third])
      qualificationOf.set(person.userId, await qualify(cairn, person, 'reconciliation'));
    qualificationOf.set(custodianSpecialist.userId, await qualify(cairn, custodianSpecialist, 'dental'));
  });
  afterAll(() => cairn.close());

  /** A pair whose files were released to the two specialists, with an identification opened by one of them. */
  const released = async () => {
    // Every pair is of a person of its own, so that it is the best of its own list, whatever other tests recorded.
    const { anteMortem, postMortem } = aPerson();
    const consents = [{ purpose: 'match_abroad' }, { purpose: 'specialists_abroad' }];
    const caseId = await registerReport(owner, { anteMortem }, consents);
    const remainsId = await recordRemains(team, { postMortem });
    await cairn.settle();
    const list = (await owner.get(`/api/proposals?caseId=${caseId}&remainsId=${remainsId}`).expect(200)).body.items;
    const proposalId = list[0].id as string;
    const path = `/api/proposals/${proposalId}`;
    await reviewer.put(`${path}/review`, {}, 1).expect(200);
    const asked = await reviewer.put(`${path}/interest/${randomUUID()}`, { specialistId: familySpecialist.userId }, 2);
    expect(asked.status).toBe(200);
    await team
      .put(`${path}/release/${randomUUID()}`, { specialistId: custodianSpecialist.userId }, asked.body.version)
      .expect(200);
    return { caseId, remainsId, proposalId };
  };
  const opened = async () => {
    const pair = await released();
    const id = randomUUID();
    await familySpecialist.put(`/api/identifications/${id}`, { proposalId: pair.proposalId }).expect(200);
    return { ...pair, id, path: `/api/identifications/${id}` };
  };
  const seen = async (by: Person, path: string): Promise<View> => (await by.get(path).expect(200)).body as View;
  const aLine = (kind: string, more: object = {}) => ({
    kind,
    finding: 'agrees',
    words: 'compared tooth by tooth',
    ...more,
  });
  const writeLine = async (by: Person, path: string, kind: string, more: object = {}): Promise<View> =>
    (await by.put(`${path}/lines/${randomUUID()}`, aLine(kind, more)).expect(200)).body as View;
  const aSignature = (by: Person, conclusion = 'same_person') => ({
    method: by === custodianSpecialist ? 'dental' : 'reconciliation',
    qualificationId: qualificationOf.get(by.userId),
    ...{ conclusion, statement: 'on the evidence as reconciled' },
  });
  const sign = async (by: Person, path: string, conclusion = 'same_person') =>
    by.put(`${path}/signatures/${randomUUID()}`, aSignature(by, conclusion), (await seen(by, path)).version);
  const decision = {
    authority: 'Juzgado de Valverde',
    reference: 'DP 12/2026',
    decidedOn: '2026-03-01',
    decision: 'confirmed',
  };
  const signedByBoth = async (kind = 'dental') => {
    const made = await opened();
    await writeLine(custodianSpecialist, made.path, kind);
    await sign(familySpecialist, made.path).then(({ status }) => expect(status).toBe(200));
    await sign(custodianSpecialist, made.path).then(({ status }) => expect(status).toBe(200));
    return made;
  };
  const decide = async (by: Person, path: string, more: object = {}) =>
    by.put(`${path}/authority-decision`, { ...decision, ...more }, (await seen(by, path)).version);
  const identified = async () => {
    const made = await signedByBoth();
    expect((await decide(board, made.path)).status).toBe(200);
    return made;
  };
  const telling = { toldOn: '2026-03-10', by: 'Awa Diop', how: 'in_person', place: 'at the family’s home' };
  const statusOf = async (by: Person, caseId: string) =>
    (await by.get(`/api/cases/${caseId}`).expect(200)).body.status as string;
  const asAbsent = async (by: Person, path: string) => {
    const hidden = await by.get(path).expect(404);
    const absent = await by.get(`/api/identifications/${randomUUID()}`).expect(404);
    expect({ ...hidden.body, requestId: 0 }).toEqual({ ...absent.body, requestId: 0 });
  };

  it('is opened by a named specialist, once however often it is sent, and once for a proposal', async () => {
    const { id, path, proposalId } = await opened();
    const again = await familySpecialist.put(path, { proposalId }).expect(200);
    expect(again.body).toMatchObject({ id, state: 'open', version: 1, seenAs: 'signatory' });
    const second = await custodianSpecialist.put(`/api/identifications/${randomUUID()}`, { proposalId }).expect(409);
    expect(second.body.code).toBe('identification.already-open');
    const twins = randomUUID();
    const pair = await released();
    const both = await Promise.all(
      [1, 2, 3].map(() => familySpecialist.put(`/api/identifications/${twins}`, { proposalId: pair.proposalId })),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const other of [owner, team, stranger])
      await other.put(`/api/identifications/${randomUUID()}`, { proposalId }).expect(404);
    await familySpecialist.put(`/api/identifications/${randomUUID()}`, { proposal: proposalId }).expect(422);
  });

  it('keeps every wording of its lines, sealed, and shows the loser of a concurrent edit the present version', async () => {
    const { id, path } = await opened();
    const line = `${path}/lines/${randomUUID()}`;
    await familySpecialist.put(line, aLine('dental', { words: 'crown on 36' })).expect(200);
    const same = await familySpecialist.put(line, aLine('dental', { words: 'crown on 36' })).expect(200);
    expect(same.body.version).toBe(2);
    await custodianSpecialist.put(line, aLine('dental', { words: 'gold crown on 36' })).expect(428);
    const stale = await custodianSpecialist.put(line, aLine('dental', { words: 'gold crown on 36' }), 1).expect(412);
    expect(stale.body.current).toEqual({ state: 'open', version: 2 });
    const changed = await custodianSpecialist.put(line, aLine('dental', { words: 'gold crown on 36' }), 2).expect(200);
    expect(changed.body.lines).toHaveLength(1);
    expect(changed.body.lines[0]).toMatchObject({ words: 'gold crown on 36', revision: 2, isReconciled: true });
    const kept = (await cairn.admin.query(`SELECT words FROM identification_line WHERE identification_id = $1`, [
      id,
    ])) as {
      words: Buffer;
    }[];
    expect(kept).toHaveLength(2);
    for (const { words } of kept) expect(words.toString('latin1')).not.toContain('crown');
    await familySpecialist.put(`${path}/lines/${randomUUID()}`, { kind: 'horoscope', finding: 'agrees' }).expect(422);
  });

  it.each(['same_person', 'not_same_person', 'inconclusive'])(
    'shows the second signatory the very same bytes before and after the first concluded %s',
    async (conclusion) => {
      const { path } = await opened();
      await writeLine(familySpecialist, path, 'dental');
      const paths = [path, '/api/identifications', '/api/identifications?waiting=me', '/api/inbox'];
      const bytes = async (by: Person) => {
        await cairn.settle();
        return Promise.all(paths.map(async (one) => (await by.get(one).expect(200)).text));
      };
      const refusals = async (by: Person) => {
        const { body } = await decide(by, path);
        const { version } = await seen(by, path);
        const excluded = await by.put(
          `${path}/outcomes/${randomUUID()}`,
          { outcome: 'excluded', reason: 'x' },
          version,
        );
        return [body, excluded.body].map((one) => ({ ...one, requestId: 0 }));
      };
      const before = [await bytes(custodianSpecialist), await refusals(custodianSpecialist), await bytes(board)];
      await sign(familySpecialist, path, conclusion).then(({ status }) => expect(status).toBe(200));
      const after = [await bytes(custodianSpecialist), await refusals(custodianSpecialist), await bytes(board)];
      expect(after).toEqual(before);
      expect((await seen(familySpecialist, path)).signatures).toMatchObject([{ seat: 'family', conclusion }]);
      // His own recorded, each sees the other's.
      await sign(custodianSpecialist, path, 'inconclusive').then(({ status }) => expect(status).toBe(200));
      for (const one of [familySpecialist, custodianSpecialist, board])
        expect((await seen(one, path)).signatures).toMatchObject([
          { seat: 'family', conclusion },
          { seat: 'custodian', conclusion: 'inconclusive' },
        ]);
    },
  );

  it('is signed by those who may: live mandate for the method, no officer of the desk, not the reviewer, once', async () => {
    const { path, id } = await opened();
    const { version } = await writeLine(familySpecialist, path, 'dental');
    const put = (by: Person, body: object, at = version) => by.put(`${path}/signatures/${randomUUID()}`, body, at);
    await put(owner, aSignature(owner)).expect(422);
    await put(owner, { ...aSignature(familySpecialist) }).expect(403);
    await put(stranger, { ...aSignature(familySpecialist) }).expect(404);
    const foreign = await put(custodianSpecialist, aSignature(familySpecialist)).expect(409);
    expect(foreign.body.code).toBe('identification.qualification-needed');
    const method = await put(custodianSpecialist, { ...aSignature(custodianSpecialist), method: 'dna' }).expect(409);
    expect(method.body.code).toBe('identification.method-not-qualified');
    await put(custodianSpecialist, aSignature(custodianSpecialist), version - 1).expect(412);
    await cairn.admin.query(`UPDATE qualification SET valid_until = current_date - 1 WHERE id = $1`, [
      qualificationOf.get(custodianSpecialist.userId),
    ]);
    const lapsed = await put(custodianSpecialist, aSignature(custodianSpecialist)).expect(409);
    expect(lapsed.body.code).toBe('identification.qualification-needed');
    await cairn.admin.query(`UPDATE qualification SET valid_until = NULL WHERE id = $1`, [
      qualificationOf.get(custodianSpecialist.userId),
    ]);
    const signature = `${path}/signatures/${randomUUID()}`;
    await custodianSpecialist.put(signature, aSignature(custodianSpecialist), version).expect(200);
    await custodianSpecialist.put(signature, aSignature(custodianSpecialist), version).expect(200);
    await custodianSpecialist.put(signature, aSignature(custodianSpecialist, 'inconclusive'), version).expect(409);
    const twice = await put(custodianSpecialist, aSignature(custodianSpecialist)).expect(409);
    expect(twice.body.code).toBe('identification.already-signed');
    await cairn.admin.query(`UPDATE app_user SET roles = '{contact_point_officer}' WHERE id = $1`, [
      familySpecialist.userId,
    ]);
    const officer = await put(familySpecialist, aSignature(familySpecialist));
    await cairn.admin.query(`UPDATE app_user SET roles = '{forensic_officer}' WHERE id = $1`, [
      familySpecialist.userId,
    ]);
    expect([403, 409]).toContain(officer.status);
    const [{ count }] = (await cairn.admin.query(
      `SELECT count(*)::int FROM identification_signature WHERE identification_id = $1`,
      [id],
    )) as [{ count: number }];
    expect(count).toBe(1);
  });

  it('becomes one by the authority’s decision, which case, remains, proposal, trail and events record together', async () => {
    const { id, path, caseId, remainsId, proposalId } = await signedByBoth();
    await team.put(`${path}/authority-decision`, decision, 2).expect(404);
    await familySpecialist.put(`${path}/authority-decision`, decision, 2).expect(403);
    const early = await decide(board, path, { decidedOn: '2999-01-01' });
    expect(early.body.code).toBe('identification.in-the-future');
    const decided = await decide(board, path);
    expect(decided.body).toMatchObject({ state: 'identified', authorityDecision: { reference: 'DP 12/2026' } });
    const { version } = decided.body as View;
    await board.put(`${path}/authority-decision`, decision, version).expect(200);
    await board.put(`${path}/authority-decision`, { ...decision, reference: 'DP 13/2026' }, version).expect(409);
    expect((await team.get(`/api/remains/${remainsId}`).expect(200)).body.status).toBe('identified');
    expect(await statusOf(owner, caseId)).toBe('identified');
    const [row] = (await cairn.admin.query(
      `SELECT m.state, m.stage, (SELECT count(*)::int FROM disclosure d WHERE d.proposal_id = m.id AND d.stage = 'S6') AS disclosed,
         (SELECT count(*)::int FROM audit_entry a WHERE a.subject = $2 AND a.act = 'identification.decided') AS audited,
         (SELECT count(*)::int FROM outbox_message o WHERE o.event = 'identification.decided' AND o.payload->>'identificationId' = $2::text) AS told
       FROM match_proposal m WHERE m.id = $1`,
      [proposalId, id],
    )) as object[];
    expect(row).toEqual({ state: 'supported', stage: 'S6', disclosed: 2, audited: 1, told: 1 });
  });

  it('is refused with every reason, and leaves nothing behind, where the evidence does not suffice', async () => {
    const { path, caseId, remainsId } = await signedByBoth('visual');
    const refused = await decide(board, path);
    expect(refused.status).toBe(409);
    expect(refused.body.errors.map(({ code }: { code: string }) => code)).toEqual([
      'identification.presumption-only',
      'identification.method-without-line',
      'identification.third-specialist-needed',
    ]);
    expect(await statusOf(owner, caseId)).not.toBe('identified');
    expect((await team.get(`/api/remains/${remainsId}`)).body.status).not.toBe('identified');
    expect((await seen(board, path)).authorityDecision).toBeNull();
  });

  it('rests on a third specialist where two independent lines stand for a primary identifier', async () => {
    const { path } = await opened();
    await writeLine(familySpecialist, path, 'pathology');
    await writeLine(familySpecialist, path, 'marks');
    await writeLine(familySpecialist, path, 'dental', { finding: 'no_information', words: 'no chart was ever made' });
    await custodianSpecialist.put(`${path}/third-specialist`, { userId: stranger.userId }).expect(409);
    await custodianSpecialist.put(`${path}/third-specialist`, { userId: reviewer.userId }).expect(409);
    await asAbsent(third, path);
    await custodianSpecialist.put(`${path}/third-specialist`, { userId: third.userId }).expect(200);
    const dentist = qualificationOf.get(custodianSpecialist.userId);
    qualificationOf.set(custodianSpecialist.userId, await qualify(cairn, custodianSpecialist, 'pathology'));
    const { version } = await seen(custodianSpecialist, path);
    const body = { ...aSignature(custodianSpecialist), method: 'pathology' };
    await custodianSpecialist.put(`${path}/signatures/${randomUUID()}`, body, version).expect(200);
    qualificationOf.set(custodianSpecialist.userId, dentist!);
    await sign(familySpecialist, path).then(({ status }) => expect(status).toBe(200));
    const without = await decide(board, path);
    expect(without.body.errors).toMatchObject([{ code: 'identification.third-specialist-needed' }]);
    // The third concludes before seeing either.
    expect((await seen(third, path)).signatures).toEqual([]);
    await sign(third, path).then(({ status }) => expect(status).toBe(200));
    expect((await seen(third, path)).signatures).toHaveLength(3);
    expect((await decide(board, path)).body).toMatchObject({ state: 'identified' });
  });

  it('shows a third specialist both files from the custodian’s release on, each disclosure registered as the first two are', async () => {
    const { path, proposalId } = await opened();
    await writeLine(familySpecialist, path, 'pathology');
    const proposal = `/api/proposals/${proposalId}`;
    const register = async (userId: string) =>
      (await cairn.admin.query(
        `SELECT fields, basis, approver_id AS approver, purpose, ended_at IS NULL AS live FROM disclosure
         WHERE proposal_id = $1 AND recipient_user_id = $2 AND stage = 'S5a' ORDER BY fields`,
        [proposalId, userId],
      )) as { live: boolean }[];
    const naming = { userId: third.userId };
    const release = `${path}/third-specialist/release/${randomUUID()}`;
    // The family's side calls the third in; the custodian's record is not hers to open.
    const named = await familySpecialist.put(`${path}/third-specialist`, naming).expect(200);
    expect(named.body).toMatchObject({ isThirdReleased: false, specialists: { third: { id: third.userId } } });
    expect(named.body.next).not.toContain('third-release');
    await familySpecialist.put(release, naming).expect(403);
    for (const address of [path, proposal]) await asAbsent(third, address);
    expect(await register(third.userId)).toEqual([]);
    const waiting = (await board.get('/api/identifications?waiting=me').expect(200)).body.items as {
      id: string;
      waitsFor: string[];
    }[];
    expect(waiting.find(({ id }) => path.endsWith(id))?.waitsFor).toContain('third-release');

    await board.put(release, { userId: stranger.userId }).expect(409);
    const body = { ...naming, authorityReference: 'Juzgado 3/2026', reason: 'the two conclude differently' };
    for (let time = 0; time < 2; time++)
      expect((await board.put(release, body).expect(200)).body).toMatchObject({ isThirdReleased: true });
    const row = { approver: board.userId, purpose: 'identification', live: true };
    expect(await register(third.userId)).toEqual([
      { fields: ['ante-mortem-file'], basis: 'consent:specialists_abroad:ESP', ...row },
      { fields: ['post-mortem-file'], basis: 'release:Juzgado 3/2026', ...row },
    ]);
    const { body: file } = await third.get(proposal).expect(200);
    expect(file).toMatchObject({ side: 'both', stage: 'S5a' });
    expect(file.evidence.parts.some((part: { anteMortem: unknown }) => part.anteMortem)).toBe(true);
    expect(file.next).not.toContain('identify');
    expect((await seen(third, path)).lines).toHaveLength(1);
    const listed = (await third.get('/api/proposals').expect(200)).body.items as { id: string }[];
    expect(listed.map(({ id }) => id)).toContain(proposalId);
    const timeline = (await board.get(`${proposal}/timeline`).expect(200)).body.items as { act: string }[];
    expect(timeline.map(({ act }) => act)).toContain('released-to-third');

    // Another is named: what was open to the first is closed at once.
    const fourth = await cairn.aPerson('ESP', 'forensic', ['forensic_officer']);
    await qualify(cairn, fourth, 'dna');
    await custodianSpecialist.put(`${path}/third-specialist`, { userId: fourth.userId }).expect(200);
    for (const address of [path, proposal]) await asAbsent(third, address);
    expect((await register(third.userId)).map(({ live }) => live)).toEqual([false, false]);
    expect(await register(fourth.userId)).toHaveLength(2);
    await fourth.get(proposal).expect(200);
  });

  it('may end in a presumption, which marks the remains and no case', async () => {
    const { path, caseId, remainsId } = await signedByBoth('effects');
    const { version } = await seen(board, path);
    const outcome = `${path}/outcomes/${randomUUID()}`;
    const body = { outcome: 'presumptive', reason: 'papers in the jacket' };
    await board.put(outcome, body, version).expect(200);
    const again = await board.put(outcome, body, version).expect(200);
    expect(again.body).toMatchObject({ state: 'presumptive' });
    expect((await team.get(`/api/remains/${remainsId}`)).body.status).toBe('presumptive');
    expect(await statusOf(owner, caseId)).toBe('open');
    await board.put(`${path}/outcomes/${randomUUID()}`, { outcome: 'excluded', reason: 'x' }, version).expect(409);
  });

  describe('that was presumed', () => {
    const presumed = async () => {
      const made = await signedByBoth('effects');
      const { version } = await seen(board, made.path);
      const body = { outcome: 'presumptive', reason: 'papers in the jacket' };
      await board.put(`${made.path}/outcomes/${randomUUID()}`, body, version).expect(200);
      return made;
    };
    const remainsStatus = async (remainsId: string) =>
      (await team.get(`/api/remains/${remainsId}`)).body.status as string;
    const openTasks = async (path: string) =>
      (await cairn.admin.query(
        `SELECT side, kind FROM identification_task WHERE identification_id = $1 AND done_at IS NULL ORDER BY side, kind`,
        [path.split('/').at(-1)],
      )) as object[];
    const takenBack = [
      { side: 'custodian', kind: 'secure-the-remains' },
      { side: 'custodian', kind: 'take-back-the-presumption' },
      { side: 'family', kind: 'take-back-the-presumption' },
    ];
    const toldOf = async (by: Person, path: string) =>
      (
        (await by.get('/api/inbox?limit=100').expect(200)).body.items as { kind: string; subject: { id: string } }[]
      ).filter(({ kind, subject }) => kind === 'identification.reversed' && path.endsWith(subject.id)).length;

    it('is taken back by two organisations, on both sides, and may be taken up again', async () => {
      const { path, caseId, remainsId, proposalId } = await presumed();
      const ask = (by: Person) => by.put(`${path}/reversal/${randomUUID()}`, { reason: 'the jacket was lent' });
      expect((await seen(board, path)).next).toContain('reversal');
      await asAbsent(stranger, path);
      expect((await ask(board).expect(200)).body.state).toBe('presumptive');
      expect((await ask(custodianSpecialist).expect(200)).body.state).toBe('presumptive');
      expect(await remainsStatus(remainsId)).toBe('presumptive');
      expect((await ask(familySpecialist).expect(200)).body.state).toBe('reversed');
      await cairn.settle();
      expect(await remainsStatus(remainsId)).toBe('recorded');
      expect(await statusOf(owner, caseId)).toBe('open');
      const [row] = (await cairn.admin.query(`SELECT state, stage FROM match_proposal WHERE id = $1`, [
        proposalId,
      ])) as object[];
      expect(row).toEqual({ state: 'comparison_requested', stage: 'S5a' });
      expect(await openTasks(path)).toEqual(takenBack);
      for (const by of [owner, board, familySpecialist, custodianSpecialist]) expect(await toldOf(by, path)).toBe(1);
      for (const by of [colleague, stranger]) expect(await toldOf(by, path)).toBe(0);
      const [history] = (await cairn.admin.query(
        `SELECT count(*) FILTER (WHERE to_status = 'presumptive')::int AS made, count(*) FILTER (WHERE is_reversal)::int AS reversed
         FROM remains_status_change WHERE remains_id = $1`,
        [remainsId],
      )) as object[];
      expect(history).toEqual({ made: 1, reversed: 1 });
      await familySpecialist.put(`/api/identifications/${randomUUID()}`, { proposalId }).expect(200);
    });

    it('does not stay presumed on one side when the remains’ desk sets it back by hand', async () => {
      const { path, remainsId } = await presumed();
      const change = { to: 'examined', on: '2026-03-02', reason: 'the papers are another’s' };
      await team.put(`/api/remains/${remainsId}/status-changes/${randomUUID()}`, change).expect(200);
      await cairn.settle();
      expect(await seen(familySpecialist, path)).toMatchObject({ state: 'reversed' });
      expect(await remainsStatus(remainsId)).toBe('examined');
      expect(await openTasks(path)).toEqual(takenBack);
      expect(await toldOf(owner, path)).toBe(1);
      // A burial is no such word: the presumption stands in the grave.
      const buried = await presumed();
      const burial = { to: 'buried', on: '2026-03-02', reason: 'the cemetery had a place' };
      await team.put(`/api/remains/${buried.remainsId}/status-changes/${randomUUID()}`, burial).expect(200);
      await cairn.settle();
      expect(await seen(familySpecialist, buried.path)).toMatchObject({ state: 'presumptive' });
    });

    it('falls with an exclusion, which is remembered even when the remains went and came back', async () => {
      const { path, remainsId, proposalId } = await presumed();
      await board.put(`${path}/reversal/${randomUUID()}`, { reason: 'doubt' }).expect(200);
      await writeLine(familySpecialist, path, 'dental', { finding: 'discrepancy' });
      for (const by of [familySpecialist, custodianSpecialist]) await sign(by, path, 'not_same_person');
      const { version } = await seen(board, path);
      const reason = 'three teeth are present that were drawn in life';
      await board.put(`${path}/outcomes/${randomUUID()}`, { outcome: 'excluded', reason }, version).expect(200);
      expect(await remainsStatus(remainsId)).toBe('recorded');
      expect(await openTasks(path)).toEqual(takenBack);
      // Gone and come back with the same evidence: the exclusion is remembered, and the pair covered.
      const proposal = async () =>
        (
          (await cairn.admin.query(
            `SELECT state, excluded_evidence IS NOT NULL AS remembered FROM match_proposal WHERE id = $1`,
            [proposalId],
          )) as { state: string; remembered: boolean }[]
        )[0];
      expect(await proposal()).toEqual({ state: 'excluded', remembered: true });
      for (const isOpen of [false, true]) {
        // As when they are released to another family, and come back.
        await cairn.admin.query(
          `UPDATE forensic_remains SET is_identified = NOT $2, status = CASE WHEN $2 THEN 'examined' ELSE 'released' END WHERE id = $1`,
          [remainsId, isOpen],
        );
        await cairn.admin.query(
          `INSERT INTO outbox_message (event, queue, payload, bulk) VALUES ('forensic-remains.status-changed', 'matching', $1, false)`,
          [{ remainsId }],
        );
        await cairn.settle();
      }
      expect((await proposal())?.remembered).toBe(true);
      expect(['excluded', 'withdrawn']).toContain((await proposal())?.state);
    });
  });

  it('may exclude the pair by two signatures, which the proposal remembers', async () => {
    const { path, proposalId } = await opened();
    await writeLine(familySpecialist, path, 'dental', { finding: 'discrepancy' });
    await sign(familySpecialist, path, 'not_same_person');
    await sign(custodianSpecialist, path, 'not_same_person');
    const { version } = await seen(familySpecialist, path);
    const reason = 'three teeth are present that were drawn in life';
    const excluded = await familySpecialist.put(
      `${path}/outcomes/${randomUUID()}`,
      { outcome: 'excluded', reason },
      version,
    );
    expect(excluded.body).toMatchObject({ state: 'excluded', outcomes: [{ outcome: 'excluded', reason }] });
    const [row] = (await cairn.admin.query(
      `SELECT state, excluded_evidence IS NOT NULL AS remembered FROM match_proposal WHERE id = $1`,
      [proposalId],
    )) as object[];
    expect(row).toEqual({ state: 'excluded', remembered: true });
    await familySpecialist.put(`${path}/lines/${randomUUID()}`, aLine('dna')).expect(409);
  });

  it('has its ante-mortem data attested by the owner of the case, who attests nothing else', async () => {
    const { path } = await opened();
    const attestation = `${path}/attestations/${randomUUID()}`;
    const body = { reportVersion: 1, statement: 'as the mother told it, read back to her' };
    await colleague.put(attestation, body).expect(404);
    await owner.put(attestation, { ...body, reportVersion: 9 }).expect(409);
    const attested = await owner.put(attestation, body).expect(200);
    expect(attested.body.attestations).toHaveLength(1);
    await owner.put(attestation, body).expect(200);
    await owner.put(attestation, { ...body, statement: 'otherwise' }).expect(409);
    await owner.put(`${path}/lines/${randomUUID()}`, aLine('visual')).expect(403);
    await team.put(attestation, body).expect(403);
  });

  describe('before the telling', () => {
    it('changes nothing that a colleague of the desk sees of the proposal, in no list and no timeline', async () => {
      const { path, proposalId } = await signedByBoth();
      const paths = [
        '',
        '?state=supported',
        '?state=comparison_requested',
        '?waiting=me',
        `/${proposalId}`,
        `/${proposalId}/timeline`,
      ];
      const everything = async () => {
        const answers: unknown[] = [];
        for (const one of paths) answers.push((await colleague.get(`/api/proposals${one}`).expect(200)).body);
        return answers;
      };
      const before = await everything();
      expect((await decide(board, path)).status).toBe(200);
      expect(await everything()).toEqual(before);
    });

    it('is open to signatories, board and owner of the case, each with exactly their own fields', async () => {
      const { path, caseId } = await identified();
      const head = [
        'authorityDecision',
        'case',
        'id',
        'isTold',
        'next',
        'openedAt',
        'proposalId',
        'remains',
        'seenAs',
        'state',
        'telling',
        'version',
      ];
      const evidence = [
        'basis',
        'isThirdNeeded',
        'isThirdReleased',
        'lacking',
        'lines',
        'outcomes',
        'signatures',
        'specialists',
      ];
      const work = ['attestations', 'reversals', 'tasks'];
      const fieldsOf = async (by: Person) => Object.keys(await seen(by, path)).sort();
      const all = [...head, ...evidence, ...work].sort();
      expect(await fieldsOf(familySpecialist)).toEqual(all);
      expect(await fieldsOf(custodianSpecialist)).toEqual(all);
      expect(await fieldsOf(board)).toEqual(all);
      expect(await fieldsOf(owner)).toEqual([...head, ...work].sort());
      for (const other of [colleague, reviewer, team, third, stranger]) {
        await asAbsent(other, path);
        expect((await other.get('/api/identifications').expect(200)).text).not.toContain(path.split('/').at(-1));
      }
      const consul = await cairn.aPerson('SEN', 'consulate', ['consular_officer']);
      await consul.get(path).expect(403);
      expect(await statusOf(colleague, caseId)).toBe('open');
      expect(JSON.stringify((await colleague.get(`/api/cases/${caseId}/timeline`)).body)).not.toMatch(/identif/);
    });

    it('shows the board which lines there are, and what they say once both sides have signed', async () => {
      const { path } = await opened();
      await writeLine(familySpecialist, path, 'dental', { words: 'crown on 36' });
      const lineFields = async (by: Person) => Object.keys(((await seen(by, path)).lines as object[])[0]!).sort();
      const without = [
        'at',
        'by',
        'finding',
        'id',
        'isReconciled',
        'isUnexplained',
        'isWithdrawn',
        'kind',
        'restsOn',
        'revision',
      ];
      expect(await lineFields(board)).toEqual(without);
      expect(JSON.stringify(await seen(board, path))).not.toMatch(/crown|Sanogo/);
      expect(JSON.stringify(await seen(owner, path))).not.toMatch(/crown|dental/);
      await sign(familySpecialist, path);
      await sign(custodianSpecialist, path);
      expect(await lineFields(board)).toEqual([...without, 'discrepancyExplained', 'words'].sort());
    });

    it('closes to the other country when the family takes its consent back', async () => {
      const { path, caseId } = await opened();
      const [consent] = (await cairn.admin.query(
        `SELECT id FROM family_consent WHERE report_id = $1 AND purpose = 'specialists_abroad'`,
        [caseId],
      )) as [{ id: string }];
      await owner.put(`/api/family-reports/${caseId}/consents/${consent.id}/withdrawal`, {}).expect(200);
      await asAbsent(custodianSpecialist, path);
      await asAbsent(board, path);
      await familySpecialist.get(path).expect(200);
      const refused = await familySpecialist.put(`${path}/lines/${randomUUID()}`, aLine('dna')).expect(409);
      expect(refused.body.code).toBe('identification.consent-not-live');
    });

    it('closes to everybody but the family’s desk when the family withdraws its report', async () => {
      const { path, caseId } = await opened();
      await cairn.admin.query(`UPDATE family_report SET status = 'withdrawn' WHERE id = $1`, [caseId]);
      for (const other of [familySpecialist, custodianSpecialist, board]) await asAbsent(other, path);
      await owner.get(path).expect(200);
    });
  });

  it('is told by the owner of the case, after which the desks see that it is, and no more', async () => {
    const { path, caseId } = await identified();
    await colleague.put(`${path}/telling`, telling).expect(404);
    await custodianSpecialist.put(`${path}/telling`, telling).expect(403);
    await owner.put(`${path}/telling`, { ...telling, toldOn: '2999-01-01' }).expect(422);
    const told = await owner.put(`${path}/telling`, telling).expect(200);
    expect(told.body).toMatchObject({ isTold: true, telling });
    expect(told.body.tasks).toMatchObject([{ side: 'family', kind: 'tell-the-family', doneBy: expect.any(String) }]);
    await owner.put(`${path}/telling`, telling).expect(200);
    await owner.put(`${path}/telling`, { ...telling, by: 'another' }).expect(409);
    for (const desk of [colleague, team]) {
      const view = await seen(desk, path);
      expect(Object.keys(view).sort()).toEqual(
        [
          'authorityDecision',
          'case',
          'id',
          'isTold',
          'next',
          'openedAt',
          'proposalId',
          'remains',
          'seenAs',
          'state',
          'telling',
          'version',
        ].sort(),
      );
      expect(view).toMatchObject({ seenAs: 'desk', case: { name: expect.stringMatching(/^\w+ \w+$/) } });
    }
    expect(await statusOf(colleague, caseId)).toBe('identified');
    await asAbsent(stranger, path);
  });

  it('has a certificate once decided, with no wording of either file', async () => {
    const { path } = await signedByBoth();
    await familySpecialist.get(`${path}/certificate`).expect(409);
    await decide(board, path);
    const { body } = await owner.get(`${path}/certificate`).expect(200);
    expect(body).toMatchObject({
      ...{ state: 'standing', basis: 'primary', evidence: ['dental'], authority: 'Juzgado de Valverde' },
      ...{
        authorityReference: 'DP 12/2026',
        decidedOn: '2026-03-01',
        person: { name: expect.stringMatching(/^\w+ \w+$/), country: 'SEN' },
      },
      signatures: [
        { seat: 'family', method: 'reconciliation' },
        { seat: 'custodian', method: 'dental' },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(/tooth by tooth|as reconciled/);
    await colleague.get(`${path}/certificate`).expect(404);
  });

  it.each([false, true])(
    'is reversed by two organisations (told: %s), and everything goes back to the search',
    async (isTold) => {
      const { path, caseId, remainsId, proposalId, id } = await identified();
      if (isTold) await owner.put(`${path}/telling`, telling).expect(200);
      const ask = (by: Person, rid = randomUUID()) =>
        by.put(`${path}/reversal/${rid}`, { reason: 'the chart was another man’s' });
      const first = randomUUID();
      expect((await ask(custodianSpecialist, first).expect(200)).body.state).toBe('identified');
      await ask(custodianSpecialist, first).expect(200);
      await ask(custodianSpecialist).expect(409);
      expect((await ask(board).expect(200)).body.state).toBe('identified');
      await ask(stranger).expect(404);
      const { body } = await ask(familySpecialist).expect(200);
      expect(body).toMatchObject({ state: 'reversed' });
      expect(await statusOf(owner, caseId)).toBe(isTold ? 'tracing' : 'open');
      expect(await statusOf(colleague, caseId)).toBe(isTold ? 'tracing' : 'open');
      expect((await team.get(`/api/remains/${remainsId}`)).body.status).not.toBe('identified');
      const [row] = (await cairn.admin.query(`SELECT state, stage FROM match_proposal WHERE id = $1`, [
        proposalId,
      ])) as object[];
      expect(row).toEqual({ state: 'comparison_requested', stage: 'S5a' });
      const tasks = (await cairn.admin.query(
        `SELECT side FROM identification_task WHERE identification_id = $1 AND kind = 'recall-what-was-issued' ORDER BY side`,
        [id],
      )) as object[];
      expect(tasks).toEqual([{ side: 'custodian' }, { side: 'family' }]);
      expect((await familySpecialist.get(`${path}/certificate`).expect(200)).body.state).toBe('reversed');
      const mine = (await seen(owner, path)).tasks as { id: string; kind: string }[];
      expect(mine.map(({ kind }) => kind)).toContain('recall-what-was-issued');
      const done = await owner.put(`${path}/tasks/${mine.at(-1)!.id}`, { isDone: true }).expect(200);
      expect(done.body.tasks.at(-1)).toMatchObject({ doneBy: expect.any(String) });
      // The two may take the pair up again; what was signed stays as it was.
      await familySpecialist.put(`/api/identifications/${randomUUID()}`, { proposalId }).expect(200);
    },
  );

  describe('of a person whom several relatives look for', () => {
    const link = async (a: string, b: string, decision = 'same_person') =>
      colleague.put(`/api/cases/${a}/duplicates/${b}`, { decision, reason: 'the same photograph' }).expect(200);
    const tellingOf = (path: string, caseId: string) => `${path}/linked-cases/${caseId}/telling`;

    it('brings all their cases with it, each shown when its own family was told, and takes all of them back', async () => {
      const { path, caseId } = await signedByBoth();
      const sisters = await registerReport(colleague);
      const uncles = await registerReport(owner);
      const others = await registerReport(owner);
      await cairn.settle();
      await link(caseId, sisters);
      await link(sisters, uncles);
      await link(caseId, others, 'different_persons');
      await asAbsent(colleague, path);

      expect((await decide(board, path)).body.state).toBe('identified');
      await cairn.settle();
      expect(await statusOf(colleague, sisters)).toBe('identified');
      expect(await statusOf(owner, uncles)).toBe('identified');
      for (const id of [caseId, sisters, uncles]) expect(await statusOf(reviewer, id)).toBe('open');
      expect(await statusOf(owner, others)).toBe('open');
      // Each desk is told, by its inbox; the outside is shown what it was shown before.
      const kinds = ((await colleague.get('/api/inbox').expect(200)).body.items as { kind: string; subject: object }[])
        .filter(({ subject }) => JSON.stringify(subject).includes(path.split('/').at(-1)!))
        .map(({ kind }) => kind);
      expect(kinds).toEqual(['identification.decided']);
      const outside = (await cairn.admin.query(
        `SELECT DISTINCT shown_status AS shown FROM missing_person_case WHERE id = ANY($1)`,
        [[caseId, sisters, uncles]],
      )) as object[];
      expect(outside).toEqual([{ shown: 'open' }]);

      const view = await seen(colleague, path);
      expect(view).toMatchObject({ seenAs: 'case_owner' });
      const linked = (by: View) => (by as unknown as { linkedCases?: { id: string; mayTell: boolean }[] }).linkedCases;
      expect(linked(view)?.map(({ id, mayTell }) => [id, mayTell])).toEqual(
        expect.arrayContaining([
          [sisters, true],
          [uncles, false],
        ]),
      );
      expect(linked(await seen(board, path))).toBeUndefined();
      expect(linked(await seen(familySpecialist, path))).toBeUndefined();

      // A family is told by its own desk's owner; one telling shows one case.
      await colleague.put(`${path}/telling`, telling).expect(403);
      await colleague.put(tellingOf(path, uncles), telling).expect(403);
      await colleague.put(tellingOf(path, others), telling).expect(404);
      await reviewer.put(tellingOf(path, sisters), telling).expect(404);
      await colleague.put(tellingOf(path, sisters), { ...telling, toldOn: '2999-01-01' }).expect(422);
      for (let time = 0; time < 2; time++) await colleague.put(tellingOf(path, sisters), telling).expect(200);
      await colleague.put(tellingOf(path, sisters), { ...telling, by: 'another' }).expect(409);
      expect(await statusOf(reviewer, sisters)).toBe('identified');
      expect(await statusOf(reviewer, caseId)).toBe('open');
      expect(await statusOf(reviewer, uncles)).toBe('open');
      await owner.put(`${path}/telling`, telling).expect(200);

      // Linked after the decision, by somebody who need not know of it.
      const cousins = await registerReport(colleague);
      await cairn.settle();
      await link(cousins, uncles);
      await cairn.settle();
      expect(await statusOf(colleague, cousins)).toBe('identified');
      expect(await statusOf(reviewer, cousins)).toBe('open');

      for (const by of [custodianSpecialist, familySpecialist])
        await by.put(`${path}/reversal/${randomUUID()}`, { reason: 'the chart was another man’s' }).expect(200);
      await cairn.settle();
      expect(await statusOf(colleague, sisters)).toBe('tracing');
      expect(await statusOf(owner, caseId)).toBe('tracing');
      expect(await statusOf(owner, uncles)).toBe('open');
      expect(await statusOf(colleague, cousins)).toBe('open');
      expect(await statusOf(owner, others)).toBe('open');
      // Only who was told hears, in person, that it was wrong.
      const tasks = (await cairn.admin.query(
        `SELECT case_id AS "caseId" FROM identification_task WHERE identification_id = $1 AND kind = 'tell-the-family-of-the-reversal'`,
        [path.split('/').at(-1)],
      )) as { caseId: string | null }[];
      expect(tasks.map(({ caseId }) => caseId).sort()).toEqual([null, sisters].sort());
      const plan = (await seen(colleague, path)).tasks as { kind: string }[];
      expect(plan.map(({ kind }) => kind)).toContain('tell-the-family-of-the-reversal');
    });

    it('is refused, without saying why, where a linked case is about somebody known to live', async () => {
      const { path, caseId } = await signedByBoth();
      const alive = await registerReport(colleague);
      await cairn.settle();
      await link(caseId, alive);
      const { version } = (await colleague.get(`/api/cases/${alive}`).expect(200)).body as View;
      await colleague
        .put(`/api/cases/${alive}/status-changes/${randomUUID()}`, { to: 'located_alive', reason: 'he rang' }, version)
        .expect(200);
      const refused = await decide(board, path);
      expect(refused.status).toBe(409);
      expect(refused.body.code).toBe('identification.linked-case-against');
      expect(refused.text).not.toMatch(/alive|linkedCases/);
      expect(await statusOf(owner, caseId)).toBe('open');
      expect((await seen(board, path)).authorityDecision).toBeNull();
    });
  });

  it('is reversed even after the desk closed the case on it', async () => {
    const { path, caseId } = await identified();
    await owner.put(`${path}/telling`, telling).expect(200);
    const { version } = (await owner.get(`/api/cases/${caseId}`)).body as View;
    await owner
      .put(`/api/cases/${caseId}/status-changes/${randomUUID()}`, { to: 'closed', reason: 'told and home' }, version)
      .expect(200);
    await custodianSpecialist.put(`${path}/reversal/${randomUUID()}`, { reason: 'error' }).expect(200);
    expect(
      (await familySpecialist.put(`${path}/reversal/${randomUUID()}`, { reason: 'error' }).expect(200)).body.state,
    ).toBe('reversed');
    expect(await statusOf(colleague, caseId)).toBe('tracing');
  });

  it('is not identified by any hand that writes to the table without signatures and a decision', async () => {
    const { id } = await opened();
    await expect(
      cairn.admin.query(`UPDATE identification SET state = 'identified' WHERE id = $1`, [id]),
    ).rejects.toThrow('is not signed and decided');
  });

  it('is listed by what waits: whose signature, whose decision, whose telling', async () => {
    const { id, path } = await opened();
    const waiting = async (by: Person): Promise<string[] | undefined> => {
      const { items } = (await by.get('/api/identifications?waiting=me&limit=100').expect(200)).body as {
        items: { id: string; waitsFor: string[] }[];
      };
      return items.find((item) => item.id === id)?.waitsFor;
    };
    expect(await waiting(familySpecialist)).toBeUndefined();
    expect(await waiting(owner)).toEqual(['attestations']);
    await writeLine(familySpecialist, path, 'dental');
    expect(await waiting(familySpecialist)).toEqual(['signatures']);
    await sign(familySpecialist, path);
    expect(await waiting(familySpecialist)).toBeUndefined();
    expect(await waiting(board)).toBeUndefined();
    await sign(custodianSpecialist, path);
    expect(await waiting(board)).toEqual(['decision']);
    await decide(board, path);
    expect(await waiting(owner)).toEqual(['telling', 'tasks']);
    const pages: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await familySpecialist.get(`/api/identifications?limit=2${cursor}`).expect(200);
      pages.push(...(body.items as { id: string }[]).map((item) => item.id));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages[0]).toBe(id);
  });
});
