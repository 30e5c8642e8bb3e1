import { AuditVerification } from '../audit';
import type { ExitCode } from './exit-codes';
import { asActor } from './opened-desk';
import { answer, type CommonOptions, progress } from './terminal';

export async function run(options: CommonOptions): Promise<ExitCode> {
  return asActor(options, 'audit.verify', async ({ app, actor }) => {
    const line = progress((entries) => `${entries} entries checked`);
    const verdict = await app.get(AuditVerification).verify(actor, (entries) => line.show(entries));
    line.end();
    const { entries, chains, faults, unsealedOverAMinute } = verdict;
    await answer(options, verdict, () =>
      [
        `${entries} entries in ${chains} chains`,
        ...faults.map(
          ({ chain, position, entryId, fault }) =>
            `bad entry: ${chain}, position ${position}, entry ${entryId ?? '?'}: ${fault}`,
        ),
        ...(unsealedOverAMinute > 0 ? [`${unsealedOverAMinute} entries wait to be sealed (is a worker running?)`] : []),
        faults.length === 0 ? 'The chains are whole.' : `${faults.length} fault(s) found.`,
      ]
        .map((text) => `${text}\n`)
        .join(''),
    );
    return faults.length === 0 ? 0 : 2;
  });
}
