import { expect, test } from "vitest";
import { PendingTable } from "../src/pending-table.ts";

interface Waiting {
  readonly seqid: number;
}

function addTo(calls: PendingTable<Waiting>): Waiting {
  const added = { seqid: calls.nextSeqid() };
  calls.add(added);
  return added;
}

test("finds each of many calls by its id", () => {
  const calls = new PendingTable<Waiting>();
  const added = Array.from({ length: 1000 }, () => addTo(calls));
  expect(calls.size).toBe(1000);
  expect(added.map(({ seqid }) => calls.get(seqid))).toEqual(added);
  expect(calls.all()).toHaveLength(1000);
  expect(new Set(calls.all())).toEqual(new Set(added));
});

test("finds nothing by an id that is not given out, negative or of the same slot as another", () => {
  const calls = new PendingTable<Waiting>();
  const { seqid } = addTo(calls);
  for (const other of [0, -1, seqid + 1, seqid + 64, seqid - 64, seqid | -0x8000_0000]) {
    expect(calls.get(other)).toBeUndefined();
  }
});

test("finds a call no more once it is deleted, and deletes none twice", () => {
  const calls = new PendingTable<Waiting>();
  const [first, second] = [addTo(calls), addTo(calls)];
  calls.delete(first);
  calls.delete(first);
  expect(calls.size).toBe(1);
  expect(calls.get(first.seqid)).toBeUndefined();
  expect(calls.all()).toEqual([second]);
});

test("gives ids one after another, and leaves out those whose slot a call still has", () => {
  const calls = new PendingTable<Waiting>();
  const held = addTo(calls);
  const ids = Array.from({ length: 200 }, () => {
    const added = addTo(calls);
    calls.delete(added);
    return added.seqid;
  });
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  expect(new Set(ids).size).toBe(200);
  expect(ids.filter((id) => (id - held.seqid) % 64 === 0)).toEqual([]);
  expect(calls.get(held.seqid)).toBe(held);
});

test("begins anew behind the largest number", () => {
  const calls = new PendingTable<Waiting>(3);
  expect(Array.from({ length: 6 }, () => calls.nextSeqid())).toEqual([1, 2, 3, 0, 1, 2]);
});
