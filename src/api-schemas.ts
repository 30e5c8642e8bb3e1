import type { NestExpressApplication } from '@nestjs/platform-express';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
interface Described {
  readonly name: string;
  readonly schema: z.ZodType;
}
const isDescribed = (type: unknown): type is Described =>
  typeof type === 'function' && (type as Partial<Described>).schema instanceof z.ZodType;

/**
 * Bodies and views as zod itself describes them. Nest reads `type: ['string', 'null']` of a property as a list of
 * strings, so what it collected would tell clients that whatever may be null is a list.
 */
export function schemasOf(app: NestExpressApplication): Schemas {
  const sent = new Map<string, z.ZodType>();
  const shown = new Map<string, z.ZodType>();
  // Made here, since an application that is only described has no instances of its own.
  for (const { metatype } of new DiscoveryService(app.get(ModulesContainer)).getControllers()) {
    const prototype = metatype?.prototype as Record<string, object> | undefined;
    if (!prototype) continue;
    for (const method of new MetadataScanner().getAllMethodNames(prototype)) {
      const taken = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as unknown[];
      for (const type of taken) if (isDescribed(type)) sent.set(type.name, type.schema);
      const replies = (Reflect.getMetadata('swagger/apiResponse', prototype[method]!) ?? {}) as Record<
        string,
        { type?: unknown }
      >;
      for (const { type } of Object.values(replies)) if (isDescribed(type)) shown.set(type.name, type.schema);
    }
  }
  const described = (io: 'input' | 'output') => (schema: z.ZodType) => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, {
      target: 'draft-2020-12',
      io,
      unrepresentable: 'any',
      // One of some words or null, written so that generators of clients keep the null.
      override: ({ jsonSchema }) => {
        const { enum: words, type } = jsonSchema;
        if (!words || !Array.isArray(type) || !type.includes('null')) return;
        delete jsonSchema.enum;
        delete jsonSchema.type;
        jsonSchema.anyOf = [{ type: 'string', enum: words.filter((word) => word !== null) }, { type: 'null' }];
      },
    });
    return rest as Schemas[string];
  };
  return Object.fromEntries([
    ...[...shown].map(([name, schema]) => [name, described('output')(schema)]),
    ...[...sent].map(([name, schema]) => [name, described('input')(schema)]),
  ]) as Schemas;
}
