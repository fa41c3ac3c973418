/**
 * The words that the model is written in, with zod: each part once, as a schema. Its TypeScript type (`Model`), its JSON Schema
 * (docs/schema), its component of the API and the taking in of foreign data all come from it. Schemas are made by functions, so
 * that a program that neither takes data in nor prints a schema loads no zod.
 */
import { z } from 'zod';

/** Gives a part of the model its name: a `$defs` entry of a JSON Schema, a component of the API. */
export type Naming = <S extends z.ZodType>(id: string, schema: S) => S;

/** What a schema takes, as plain immutable data: nothing may be changed, and what may be absent is absent, never undefined. */
export type Model<S extends z.ZodType> = Immutable<z.infer<S>>;

type Immutable<T> = T extends string | number | boolean
  ? T
  : T extends readonly [unknown, ...unknown[]]
    ? Readonly<T>
    : T extends readonly (infer Item)[]
      ? readonly Immutable<Item>[]
      : { readonly [K in keyof T]: Immutable<Exclude<T[K], undefined>> };

/** A text that may be empty, and one that may not. */
export const text = z.string();
export const word = z.string().min(1);

export const integer = z.int();
export const count = z.int().min(0);

/** Integer fen (分); no float ever holds an amount. */
export const fen = integer.describe('Integer fen (分, 0.01 元).');

export const yearNumber = z.int().min(1949).max(2999);

/** A list that nobody changes. */
export const list = <S extends z.ZodType>(item: S) => z.array(item).readonly();

/** At least one. */
export const some = <S extends z.ZodType>(item: S) => z.array(item).min(1).readonly();

/** Values of one kind under any names. */
export const record = <S extends z.ZodType>(value: S) => z.record(z.string(), value);

/** One of some words. */
export const oneOf = <const V extends string>(values: readonly V[]) => z.enum(values);
