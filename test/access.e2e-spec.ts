import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { Cairn, type Person } from './support/cairn';

describe('access', () => {
  let cairn: Cairn;
  let administrator: Person;

  beforeAll(async () => {
    cairn = await Cairn.start();
    administrator = await cairn.aPerson('GRC', 'network', ['administrator']);
  });
  afterAll(() => cairn.close());

  const password = 'a long walk over stones';
  const aUser = (organisationId: string) => ({
    name: 'Awa Diop',
    email: `${randomUUID()}@example.org`,
    language: 'fr',
    roles: ['contact_point_officer'],
    organisationId,
    contactPointId: null,
    password,
  });

  it('lets a registered user sign in, see who he or she is, and sign out', async () => {
    const { organisationId } = await cairn.anOrganisation('SEN', 'family');
    const user = aUser(organisationId);
    await administrator.put(`/api/users/${randomUUID()}`, user).expect(200);
    const server = cairn.app.getHttpServer();
    const signedIn = await request(server).post('/api/session').send({ email: user.email, password }).expect(204);
    const cookie = signedIn.headers['set-cookie']![0]!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const me = await request(server).get('/api/session').set('Cookie', cookie).expect(200);
    expect(me.body).toMatchObject({
      user: { email: user.email, roles: ['contact_point_officer'] },
      organisation: { country: 'SEN' },
    });
    await request(server).delete('/api/session').set('Cookie', cookie).expect(204);
    await request(server).get('/api/session').set('Cookie', cookie).expect(401);
  });

  it('answers a wrong address and a wrong password alike', async () => {
    const { organisationId } = await cairn.anOrganisation('SEN', 'family');
    const user = aUser(organisationId);
    await administrator.put(`/api/users/${randomUUID()}`, user).expect(200);
    const attempt = (email: string) =>
      request(cairn.app.getHttpServer()).post('/api/session').send({ email, password: 'not the right one' });
    const [wrongPassword, wrongAddress] = [
      await attempt(user.email).expect(401),
      await attempt('nobody@example.org').expect(401),
    ];
    const { requestId: _, ...first } = wrongPassword.body as { requestId: string };
    const { requestId: __, ...second } = wrongAddress.body as { requestId: string };
    expect(first).toEqual(second);
  });

  it('ends a disabled user’s sessions at the next request', async () => {
    const officer = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    await officer.get('/api/session').expect(200);
    await administrator
      .put(`/api/users/${officer.userId}/disabled`, { disabled: true, reason: 'left the organisation' })
      .expect(200);
    await officer.get('/api/session').expect(401);
  });

  it('registers a user once, however often it is sent, and asks for the version of a change', async () => {
    const { organisationId } = await cairn.anOrganisation('ITA', 'family');
    const { password: _, ...user } = aUser(organisationId);
    const path = `/api/users/${randomUUID()}`;
    await administrator.put(path, user).expect(200);
    await administrator.put(path, user).expect(200);
    await administrator.put(path, { ...user, name: 'Awa Ndiaye' }).expect(428);
    await administrator.put(path, { ...user, name: 'Awa Ndiaye' }, 1).expect(200);
    const stale = await administrator.put(path, { ...user, name: 'Awa Fall' }, 1).expect(412);
    expect(stale.body.current).toMatchObject({ name: 'Awa Ndiaye', version: 2 });
  });

  it('refuses unknown fields, a weak password and a page of another site', async () => {
    const { organisationId } = await cairn.anOrganisation('ITA', 'family');
    const user = aUser(organisationId);
    const unknown = await administrator.put(`/api/users/${randomUUID()}`, { ...user, isAdmin: true }).expect(422);
    expect(unknown.body.errors).toEqual([{ path: 'isAdmin', code: 'platform.unknown-field' }]);
    await administrator.put(`/api/users/${randomUUID()}`, { ...user, password: 'passwordpassword' }).expect(422);
    await administrator.put(`/api/users/${randomUUID()}`, user).set('Origin', 'https://elsewhere.example').expect(403);
  });

  it('lets nobody but an administrator manage users, and no administrator raise himself', async () => {
    const officer = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    await officer.get('/api/users').expect(403);
    await administrator.put(`/api/users/${administrator.userId}/disabled`, { disabled: true, reason: 'x' }).expect(403);
  });
});
