import { Button, Checkbox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContactPoints, useOrganisations, useUsers } from '../api/places';
import { newId, oneOf } from '../api/request';
import { disableUser, grantQualification, methods, roles, saveUser, type Role, type User } from '../api/session';
import { languages, ownNames } from '../i18n';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { More } from '../shell/FilterBar';
import { Adding, QuickForm } from '../shell/QuickForm';
import { Code, Name } from '../shell/Text';
import { TwoStep } from '../shell/TwoStep';

export function Users() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const users = useUsers();
  const [edited, setEdited] = useState<string | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: ['/users'] });
  return (
    <>
      <Failure fault={users.error} act={() => void users.refetch()} />
      {users.isPending && <Fetching what={t('fetching.list')} />}
      <ul className="rows">
        {users.items.map((user) => (
          <li key={user.id}>
            {edited === user.id ? (
              <UserForm user={user} onDone={refresh} onClose={() => setEdited(null)} />
            ) : (
              <>
                <div>
                  <div className="what">
                    <Name>{user.name}</Name>{' '}
                    {user.isDisabled && <span className="badge attention">{t('users.disabled')}</span>}
                  </div>
                  <div className="facts">
                    <Code>{user.email}</Code>
                    <span>{user.roles.map((role) => t(`role.${role}`)).join(' · ')}</span>
                    {user.organisationName && <Name>{user.organisationName}</Name>}
                    {(user.qualifications ?? []).map((one) => (
                      <span key={one.id} className="badge">
                        {t(`method.${one.method}`)}
                      </span>
                    ))}
                  </div>
                </div>
                <Button variant="default" onClick={() => setEdited(user.id)}>
                  {t('act.edit')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <More pages={users} />
      {edited === 'new' ? (
        <UserForm onDone={refresh} onClose={() => setEdited(null)} />
      ) : (
        <Button variant="default" onClick={() => setEdited('new')}>
          {t('users.add')}
        </Button>
      )}
    </>
  );
}

function UserForm({ user, onDone, onClose }: { user?: User; onDone: () => Promise<unknown>; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const organisations = useOrganisations();
  const desks = useContactPoints();
  const [id] = useState(() => user?.id ?? newId());
  const [held, setHeld] = useState<readonly Role[]>(user?.roles ?? []);
  return (
    <div className="stack" style={{ gridColumn: '1 / -1' }}>
      <fieldset className="question" style={{ margin: 0 }}>
        <legend>{t('users.roles')}</legend>
        <div className="stack">
          {roles.map((role) => (
            <Checkbox
              key={role}
              label={t(`role.${role}`)}
              checked={held.includes(role)}
              onChange={(event) =>
                setHeld(event.currentTarget.checked ? [...held, role] : held.filter((one) => one !== role))
              }
            />
          ))}
        </div>
      </fieldset>
      <QuickForm
        act={t('act.save')}
        onGiveUp={onClose}
        entries={[
          { name: 'name', label: t('users.name'), needed: true, start: user?.name },
          { name: 'email', label: t('sign-in.email'), as: 'email', needed: true, start: user?.email },
          {
            name: 'language',
            label: t('shell.language'),
            as: 'select',
            needed: true,
            options: languages.map((code) => ({ value: code, label: ownNames[code] })),
            start: user?.language ?? 'en',
          },
          {
            name: 'organisationId',
            label: t('set-up.organisation'),
            as: 'select',
            needed: true,
            options: organisations.items.map((one) => ({ value: one.id, label: one.name })),
            start: user?.organisationId,
          },
          {
            name: 'contactPointId',
            label: t('cases.desk'),
            as: 'select',
            options: desks.items.map((one) => ({ value: one.id, label: `${one.name} (${one.code})` })),
            start: user?.contactPointId ?? '',
          },
          {
            name: 'password',
            label: t(user ? 'users.new-password' : 'users.first-password'),
            hint: t('set-up.password-rule'),
            as: 'password',
            needed: !user,
          },
        ]}
        onSend={async ({ contactPointId, ...values }) => {
          const { name = '', email = '', organisationId = '', language, password } = values;
          await saveUser(
            id,
            {
              ...{ name, email, organisationId, roles: [...held], contactPointId: contactPointId ?? null },
              language: oneOf(languages, language) ?? 'en',
              ...(password ? { password } : {}),
            },
            user?.version,
          );
          await onDone();
          onClose();
        }}
      />
      {user && (
        <>
          <div>
            <h3>{t('qualifications.title')}</h3>
            <ul className="rows">
              {(user.qualifications ?? []).map((one) => (
                <li key={one.id}>
                  <span>
                    {t(`method.${one.method}`)}, <bdi>{one.mandate}</bdi>
                    {one.validUntil && `, ${t('signing.valid-until', { day: format.day(one.validUntil) })}`}
                  </span>
                </li>
              ))}
            </ul>
            <Adding
              label={t('qualifications.add')}
              act={t('act.save')}
              entries={[
                {
                  name: 'method',
                  label: t('qualifications.method'),
                  as: 'select',
                  needed: true,
                  options: methods.map((value) => ({ value, label: t(`method.${value}`) })),
                },
                {
                  name: 'mandate',
                  label: t('qualifications.mandate'),
                  hint: t('qualifications.mandate-hint'),
                  needed: true,
                },
                { name: 'grantedBy', label: t('qualifications.granted-by'), needed: true },
                { name: 'validUntil', label: t('qualifications.valid-until'), as: 'day' },
              ]}
              onSend={async ({ method, mandate = '', grantedBy = '', validUntil }) => {
                await grantQualification(user.id, newId(), {
                  ...{ method: oneOf(methods, method) ?? 'reconciliation', mandate, grantedBy },
                  validUntil: validUntil ?? null,
                });
                await onDone();
              }}
            />
          </div>
          <TwoStep
            act={t(user.isDisabled ? 'users.enable' : 'users.disable')}
            reason="asked"
            consequences={[t(user.isDisabled ? 'users.enable-1' : 'users.disable-1'), t('case.change-2')]}
            onAct={async (reason) => {
              await disableUser(user.id, !user.isDisabled, reason);
              await onDone();
            }}
          />
        </>
      )}
    </div>
  );
}
