import { ContactPointsService, type DeskKind, deskKinds } from '../contact-points';
import { countryNamed } from '../exchange';
import { type ExitCode, UsageError } from './exit-codes';
import { asActor } from './opened-desk';
import { answer, type CommonOptions } from './terminal';

interface Options extends CommonOptions {
  readonly name: string;
  readonly country: string;
  readonly kind: string;
}

export async function run(options: Options, code: string): Promise<ExitCode> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(code))
    throw new UsageError('A code has up to 40 letters, digits, dots, dashes and underscores, a letter or digit first');
  const name = options.name.trim();
  if (name === '' || name.length > 200) throw new UsageError('A name has 1 to 200 characters');
  const country = countryNamed(options.country);
  if (country === null) throw new UsageError(`There is no country ${options.country}; write its ISO code, as SEN`);
  if (!deskKinds.some((kind) => kind === options.kind))
    throw new UsageError(`A kind is one of ${deskKinds.join(', ')}`);
  const kind = options.kind as DeskKind;
  return asActor<ExitCode>(options, 'contact-points.manage', async ({ app, actor }) => {
    const { desk, isNew } = await app.get(ContactPointsService).add(actor, { code, name, country, kind });
    const { id, organisationId } = desk;
    await answer(
      options,
      { id, code, name, country, kind, organisationId, created: isNew },
      () => `${code} ${isNew ? 'is registered' : 'was registered already'}: ${name} (${country}, ${kind})\n`,
    );
    return 0;
  });
}
