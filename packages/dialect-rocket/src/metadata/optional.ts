import { type Field, field, type Type } from "@seapink/schema";

/**
 * A field as all metadata has them: peers leave out what they have nothing to say of. Unions are structs of such fields
 * here, so that a variant that a newer peer sends is stepped over, and that several are not an error.
 */
export function optional(id: number, name: string, type: Type): Field {
  return field(id, name, type, { requiredness: "optional" });
}
