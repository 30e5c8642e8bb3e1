import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { Fetching } from './shell/Fetching';
import { NotFound } from './shell/NotFound';
import { Shell } from './shell/Shell';

/** Every room of the house on one page; each is fetched when it is entered. */
const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });
const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: Shell });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./session/SignIn'), 'SignIn'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./session/SetUp'), 'SetUp'),
});

type Search = Readonly<Record<string, string | undefined>>;
/** A list keeps its filter in the address; only words and numbers are let through. */
const filters =
  <Name extends string>(...names: readonly Name[]) =>
  (search: Record<string, unknown>): Partial<Record<Name, string>> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = search[name];
        return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean'
          ? [[name, String(value)]]
          : [];
      }),
    ) as Partial<Record<Name, string>>;

const home = createRoute({
  getParentRoute: () => desk,
  path: '/',
  component: lazyRouteComponent(() => import('./home/Home'), 'Home'),
});
const cases = createRoute({
  getParentRoute: () => desk,
  path: '/cases',
  validateSearch: filters('q', 'status', 'due', 'mine', 'older'),
  component: lazyRouteComponent(() => import('./cases/Cases'), 'Cases'),
});
const caseRecord = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('./cases/Case'), 'Case'),
});
const candidates = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/candidates',
  component: lazyRouteComponent(() => import('./proposals/Candidates'), 'Candidates'),
});
const familyReport = createRoute({
  getParentRoute: () => desk,
  path: '/family-reports/$id',
  validateSearch: filters('step', 'new'),
  component: lazyRouteComponent(() => import('./families/FamilyReport'), 'FamilyReport'),
});
const consents = createRoute({
  getParentRoute: () => desk,
  path: '/family-reports/$id/consents',
  component: lazyRouteComponent(() => import('./families/Consents'), 'Consents'),
});
const relatives = createRoute({
  getParentRoute: () => desk,
  path: '/family-reports/$id/relatives',
  component: lazyRouteComponent(() => import('./families/Relatives'), 'Relatives'),
});
const remainsList = createRoute({
  getParentRoute: () => desk,
  path: '/remains',
  validateSearch: filters('q', 'status', 'mine'),
  component: lazyRouteComponent(() => import('./remains/RemainsList'), 'RemainsList'),
});
const remains = createRoute({
  getParentRoute: () => desk,
  path: '/remains/$id',
  component: lazyRouteComponent(() => import('./remains/Remains'), 'Remains'),
});
const examination = createRoute({
  getParentRoute: () => desk,
  path: '/remains/$id/examination',
  validateSearch: filters('step', 'new'),
  component: lazyRouteComponent(() => import('./remains/Examination'), 'Examination'),
});
const proposals = createRoute({
  getParentRoute: () => desk,
  path: '/proposals',
  validateSearch: filters('state', 'caseId', 'remainsId', 'waiting'),
  component: lazyRouteComponent(() => import('./proposals/Proposals'), 'Proposals'),
});
const proposal = createRoute({
  getParentRoute: () => desk,
  path: '/proposals/$id',
  component: lazyRouteComponent(() => import('./proposals/Proposal'), 'Proposal'),
});
const identification = createRoute({
  getParentRoute: () => desk,
  path: '/identifications/$id',
  component: lazyRouteComponent(() => import('./identifications/Identification'), 'Identification'),
});
const laboratory = createRoute({
  getParentRoute: () => desk,
  path: '/laboratory',
  component: lazyRouteComponent(() => import('./kinship/Laboratory'), 'Laboratory'),
});
const familyDna = createRoute({
  getParentRoute: () => desk,
  path: '/laboratory/families/$id',
  component: lazyRouteComponent(() => import('./kinship/FamilyDna'), 'FamilyDna'),
});
const dnaResult = createRoute({
  getParentRoute: () => desk,
  path: '/laboratory/results/$id',
  component: lazyRouteComponent(() => import('./kinship/Result'), 'Result'),
});
const consulate = createRoute({
  getParentRoute: () => desk,
  path: '/consulate',
  component: lazyRouteComponent(() => import('./consulate/Consulate'), 'Consulate'),
});
const incidents = createRoute({
  getParentRoute: () => desk,
  path: '/incidents',
  validateSearch: filters('from', 'to', 'route', 'q'),
  component: lazyRouteComponent(() => import('./incidents/Incidents'), 'Incidents'),
});
const incident = createRoute({
  getParentRoute: () => desk,
  path: '/incidents/$id',
  component: lazyRouteComponent(() => import('./incidents/Incident'), 'Incident'),
});
const uploads = createRoute({
  getParentRoute: () => desk,
  path: '/uploads',
  component: lazyRouteComponent(() => import('./uploads/Uploads'), 'Uploads'),
});
const directory = createRoute({
  getParentRoute: () => desk,
  path: '/directory',
  validateSearch: filters('q', 'kind', 'country', 'language'),
  component: lazyRouteComponent(() => import('./directory/Directory'), 'Directory'),
});
const inbox = createRoute({
  getParentRoute: () => desk,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./inbox/Inbox'), 'Inbox'),
});
const administration = createRoute({
  getParentRoute: () => desk,
  path: '/administration',
  component: lazyRouteComponent(() => import('./administration/Administration'), 'Administration'),
});
const coverage = createRoute({
  getParentRoute: () => desk,
  path: '/coverage',
  component: lazyRouteComponent(() => import('./coverage/Coverage'), 'Coverage'),
});

const tree = root.addChildren([
  signIn,
  setUp,
  desk.addChildren([
    home,
    cases,
    caseRecord,
    candidates,
    familyReport,
    consents,
    relatives,
    remainsList,
    remains,
    examination,
    proposals,
    proposal,
    identification,
    laboratory,
    familyDna,
    dnaResult,
    consulate,
    incidents,
    incident,
    uploads,
    directory,
    inbox,
    administration,
    coverage,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPendingComponent: Fetching,
  scrollRestoration: true,
});
export type { Search };

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
