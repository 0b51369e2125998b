/** How many bytes of text: the larger for what is fast, both for whether twice the text takes twice the time. */
export const workloads = { "2.5MB": 2_500_000, "5MB": 5_000_000 } as const;

export type WorkloadName = keyof typeof workloads;

export const workloadNames: readonly WorkloadName[] = ["2.5MB", "5MB"];

export function isWorkloadName(name: string): name is WorkloadName {
  return Object.hasOwn(workloads, name);
}
