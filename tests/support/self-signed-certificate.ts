import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** DER, the encoding of certificates: a tag, a length, and what is in it (ITU-T X.690). */
const der = (tag: number, ...contents: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(contents);
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
};
const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const objectId = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const bitString = (bytes: Buffer): Buffer => der(0x03, Buffer.from([0]), bytes);
const time = (date: Date): Buffer =>
  der(0x18, Buffer.from(date.toISOString().replaceAll(/[-:T]|\.\d+/gu, ""), "ascii"));

const commonName = objectId("550403");
const subjectAltName = objectId("551d11");
const ecdsaWithSha256 = sequence(objectId("2a8648ce3d040302"));

const day = 86_400_000;

/** A certificate that nobody vouches for, of two days around now, and its key (RFC 5280). */
export const selfSignedCertificate = (host: string): { readonly key: string; readonly cert: string } => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(host)))));
  const hosts = sequence(der(0x82, Buffer.from(host)), der(0x82, Buffer.from(`*.${host}`)));
  const signed = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    // A number above zero, in as few bytes as it takes.
    der(0x02, Buffer.from([0x40]), randomBytes(8)),
    ecdsaWithSha256,
    name,
    sequence(time(new Date(Date.now() - day)), time(new Date(Date.now() + day))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(sequence(subjectAltName, der(0x04, hosts)))),
  );
  const certificate = sequence(signed, ecdsaWithSha256, bitString(sign("sha256", signed, privateKey)));
  const lines = certificate.toString("base64").match(/.{1,64}/gu) ?? [];
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n"),
  };
};
