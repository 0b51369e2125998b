import { pathToFileURL } from "node:url";
import { type ProviderSubject, providerSuite } from "@seapink/testing";
import { describe, expect, test, vi } from "vitest";
import { IdlError, type Program } from "../../src/index.ts";
import { fileProvider } from "../../src/node/index.ts";
import { numberOf, revision } from "../revisions.ts";
import { Folder } from "./folder.ts";
import { reached, watched, watchers } from "./watched.ts";

const broken = "const i32 NUMBER = ";

describe.each<[how: string, put: (folder: Folder, files: Readonly<Record<string, string>>) => void]>([
  ["written", (folder, files) => folder.write(files)],
  ["replaced", (folder, files) => folder.replace(files)],
])("when files are %s", (_, put) => {
  providerSuite("a provider that watches", async (): Promise<ProviderSubject<Program>> => {
    const { folder, errors, provider } = await watched(revision(0));
    return {
      provider,
      numberOf,
      change(number) {
        const news = reached(provider.updates(), number);
        put(folder, revision(number));
        return news;
      },
      spoil() {
        const error = errors.next();
        put(folder, { "number.thrift": broken });
        return error;
      },
      released: () => Promise.resolve(),
    };
  });

  providerSuite("a provider that is told to read again", async (): Promise<ProviderSubject<Program>> => {
    const { folder, provider } = await watched(revision(0), { watch: false });
    return {
      provider,
      numberOf,
      change(number) {
        put(folder, revision(number));
        return provider.reload();
      },
      spoil() {
        put(folder, { "number.thrift": broken });
        return provider.reload().catch((error: unknown) => error);
      },
      released: () => Promise.resolve(),
    };
  });
});

test("tells once of what is wrong, however often it is looked at", async () => {
  const { folder, provider, errors } = await watched(revision(0));
  const error = errors.next();
  folder.write({ "number.thrift": broken });
  const first = await error;
  folder.replace({ "number.thrift": broken });
  for (let i = 0; i < 3; i++) await expect(provider.reload()).rejects.toBe(first);
  expect(errors.all).toEqual([first]);
});

test("reads again in order, and once for those who ask before it begins", async () => {
  const { folder, provider } = await watched(revision(0), { watch: false });
  folder.write(revision(1));
  const [first, second] = await Promise.all([provider.reload(), provider.reload()]);
  expect(first).toBe(second);
  expect(await provider.reload()).toBe(first);
  expect(numberOf(first)).toBe(1);
});

test("goes on when its owner's function throws", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const defect = new Error("a defect of the owner's");
  const onError = (): never => {
    throw defect;
  };
  const { folder, provider } = await watched(revision(0), { watch: false, onError });
  folder.write({ "number.thrift": broken });
  await expect(provider.reload()).rejects.toBeInstanceOf(IdlError);
  expect(told.mock.calls).toEqual([[defect]]);
  told.mockRestore();
  folder.write(revision(1));
  expect(numberOf(await provider.reload())).toBe(1);
});

test("without a first program there is no provider, and nothing stays open", async () => {
  using folder = new Folder();
  const before = watchers();
  const path = pathToFileURL(folder.join("main.thrift"));
  await expect(fileProvider(path, { watch: true })).rejects.toMatchObject({ code: "missing_file" });
  // Those of the test before may close late, too.
  await vi.waitFor(() => expect(watchers()).toBeLessThanOrEqual(before));
});

test("leaves nothing open", async () => {
  const before = watchers();
  for (let i = 0; i < 3; i++) {
    const { folder, provider } = await watched(revision(0));
    expect(watchers()).toBeGreaterThan(before);
    folder.write(revision(1));
    await provider.close();
    await vi.waitFor(() => expect(watchers()).toBeLessThanOrEqual(before));
    await expect(provider.reload()).rejects.toMatchObject({ code: "closed" });
  }
});
