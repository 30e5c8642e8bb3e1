/** Who may do what: organisations, their people, login, policies. */
export { AccessModule } from './access.module';
export { type Method, methods } from './access.dto';
export { isAllowed, policies, type PolicyName } from './core/policies';
export { FirstAdministrator } from './first-administrator';
export { OrganisationsService } from './organisations.service';
export { CurrentActor, Policy, POLICY } from './policy.guard';
export { Sessions } from './sessions';
export { type Qualification, UsersService } from './users.service';
