import { randomUUID } from 'node:crypto';
import { Database, type SealedPlace, Secrets, systemActor } from '../src/platform';
import { Cairn } from './support/cairn';

describe('sealed values', () => {
  let cairn: Cairn;
  const actor = systemActor('test');

  beforeAll(async () => {
    cairn = await Cairn.start();
  });
  afterAll(() => cairn.close());

  const aPlace = (): SealedPlace => {
    const id = randomUUID();
    return { scope: id, country: 'SEN', dataClass: 'ante_mortem', table: 'family_report', id };
  };

  it('are sealed with a key that is stored, also after an act that sealed, read back and failed', async () => {
    const database = cairn.app.get(Database);
    const secrets = cairn.app.get(Secrets);
    const place = aPlace();
    await database
      .act(actor, async (tx) => {
        const sealed = await secrets.seal(tx, place, 'first');
        expect(await secrets.open(tx, place, sealed)).toBe('first');
        throw new Error('the connection was cut');
      })
      .catch(() => undefined);
    const sealed = await database.act(actor, (tx) => secrets.seal(tx, place, 'second'));
    // Another process knows the stored keys alone.
    const elsewhere = new Secrets(cairn.keyRing);
    expect(await database.read(actor, (tx) => elsewhere.open(tx, place, sealed))).toBe('second');
  });

  it('open nowhere else, and never again once their key is destroyed', async () => {
    const database = cairn.app.get(Database);
    const secrets = cairn.app.get(Secrets);
    const place = aPlace();
    const sealed = await database.act(actor, (tx) => secrets.seal(tx, place, 'words'));
    const open = (where: SealedPlace) => database.read(actor, (tx) => secrets.open(tx, where, sealed));
    expect(await open(place)).toBe('words');
    await expect(open({ ...place, id: randomUUID() })).rejects.toThrow('cannot be opened');
    await database.act(actor, (tx) => secrets.shred(tx, place.scope));
    await expect(open(place)).rejects.toThrow('cannot be opened');
  });
});
