import { createPrivateKey, X509Certificate } from "node:crypto";
import { Authority } from "@seapink/testing/node";
import { describe, expect, test } from "vitest";

const authority = new Authority("test authority");
const certificate = new X509Certificate(authority.cert);

describe("an authority", () => {
  test("signs itself, and may sign others", () => {
    expect(certificate.subject).toBe("CN=test authority");
    expect(certificate.ca).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  });

  test("issues certificates with their keys", () => {
    const { cert, key } = authority.issue("server", { names: ["a.example", "127.0.0.1"] });
    const issued = new X509Certificate(cert);
    expect(issued).toMatchObject({ subject: "CN=server", issuer: "CN=test authority", ca: false });
    expect(issued.subjectAltName).toBe("DNS:a.example, IP Address:127.0.0.1");
    expect(issued.verify(certificate.publicKey)).toBe(true);
    expect(issued.checkPrivateKey(createPrivateKey(key))).toBe(true);
  });

  test("issues them for any time, by default for today", () => {
    const [from, until] = [new Date("2001-02-03T04:05:06Z"), new Date("2049-12-31T23:59:59Z")];
    const issued = new X509Certificate(authority.issue("server", { from, until }).cert);
    expect([new Date(issued.validFrom), new Date(issued.validTo)]).toEqual([from, until]);
    const today = new X509Certificate(authority.issue("server").cert);
    expect(Date.parse(today.validFrom)).toBeLessThan(Date.now());
    expect(Date.parse(today.validTo)).toBeGreaterThan(Date.now());
  });

  test("is not another of the same name", () => {
    expect(certificate.verify(new X509Certificate(new Authority("test authority").cert).publicKey)).toBe(false);
  });
});
