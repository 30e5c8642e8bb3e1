import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, put, Refused, request } from './request';

export const roles = [
  'contact_point_officer',
  'forensic_officer',
  'consular_officer',
  'coordinator',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof roles)[number];
export const agencies = ['family', 'forensic', 'consulate', 'network'] as const;
export type Agency = (typeof agencies)[number];
export const methods = ['dna', 'dental', 'fingerprint', 'pathology', 'anthropology', 'reconciliation'] as const;
export type Method = (typeof methods)[number];

export interface Qualification {
  readonly id: string;
  readonly method: Method;
  readonly mandate: string;
  readonly validUntil: string | null;
}
export interface Session {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: string;
    readonly roles: readonly Role[];
  };
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly country: string;
    readonly agency: Agency;
  };
  readonly contactPoint: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly qualifications: readonly Qualification[];
}

/** Null when nobody is signed in. */
export function useSession() {
  return useQuery({
    queryKey: ['/session'],
    queryFn: async () => {
      try {
        return await get<Session>('/session');
      } catch (fault) {
        if (fault instanceof Refused && fault.problem.status === 401) return null;
        throw fault;
      }
    },
    staleTime: 60_000,
  });
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => request<Session>('POST', '/session', { body }),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>('DELETE', '/session'),
    // Nothing that was read stays in memory for the next person at this desk.
    onSettled: () => {
      queries.clear();
      window.location.assign('/sign-in');
    },
  });
}

export const useSetUpNeeded = () =>
  useQuery({ queryKey: ['/setup'], queryFn: () => get<{ needed: boolean }>('/setup'), retry: false });

export interface FirstSetUp {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly organisation: { readonly name: string; readonly country: string };
}
export function useSetUp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: FirstSetUp) => request<Session>('POST', '/setup', { body }),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly roles: readonly Role[];
  readonly organisationId: string;
  readonly contactPointId: string | null;
  readonly organisationName?: string;
  readonly isDisabled?: boolean;
  readonly qualifications?: readonly Qualification[];
  readonly version?: number;
}
export const saveUser = (id: string, body: object, version?: number) =>
  put<User>(`/users/${id}`, body, version ?? null);
export const disableUser = (id: string, disabled: boolean, reason: string) =>
  put<void>(`/users/${id}/disabled`, { disabled, reason });
export const grantQualification = (userId: string, id: string, body: object) =>
  put<void>(`/users/${userId}/qualifications/${id}`, body);
