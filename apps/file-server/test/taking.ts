import type { Output } from "@seapink/addresses/command";

/** Takes so many bytes of text, and wants no more. */
export function taking(most: number): Output & { text: string } {
  return {
    text: "",
    async write(chunk) {
      this.text = (this.text + Buffer.from(chunk).toString()).slice(0, most);
      return this.text.length < most;
    },
  };
}
