#!/usr/bin/env node
// A second verifier, written from docs/ledger-format.md alone; no dependencies.
//   node tools/verify.mjs FACTS CHECKPOINTS PUBLIC_KEY [LAST_TRUSTED [WITNESSED WITNESS_KEY]]
//   node tools/verify.mjs --export FILE PUBLIC_KEY
// FACTS: JSON Lines, each {"position": 1, "columns": [17 values: text, {"hex": bytes} or null], "hash": hex}; tools/facts.sql
// gives them. CHECKPOINTS, PUBLIC_KEY: evidence/checkpoints as it was before that, and evidence/seal.pub.
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const sha = (...parts) => parts.reduce((h, p) => h.update(p), createHash("sha256")).digest();
const hex = (text) => Buffer.from(text, "hex");
const isSignature = (text) => /^[0-9a-f]{128}$/.test(text);

class Wrong extends Error {
    constructor(number, what, unit = "position") {
        super(`${unit} ${number}: ${what}`);
    }
}

function hashOf(columns) {
    const parts = [];
    for (const column of columns) {
        const bytes = column === null ? null : typeof column === "string" ? Buffer.from(column) : hex(column.hex);
        const length = Buffer.alloc(4);
        length.writeInt32BE(bytes === null ? -1 : bytes.length);
        parts.push(length, bytes ?? Buffer.alloc(0));
    }
    return sha(...parts);
}

function leafOf(position, hash) {
    const number = Buffer.alloc(8);
    number.writeBigInt64BE(BigInt(position));
    return sha(Buffer.from([0]), number, hash);
}

const node = (left, right) => sha(Buffer.from([1]), left, right);

/** The complete subtrees so far, the largest first. */
class Frontier {
    peaks = [];
    size = 0;

    add(leaf) {
        let top = leaf;
        for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) top = node(this.peaks.pop(), top);
        this.peaks.push(top);
        this.size++;
    }

    root() {
        return this.size === 0 ? sha() : this.peaks.reduceRight((right, left) => node(left, right));
    }
}

function checkpoints(file, key) {
    let previous = "0".repeat(64);
    let before = 0;
    const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
    const all = lines.map((line) => {
        const words = line.split(" ");
        const [kind, size, root, , prev, signature] = words;
        if (words.length !== 6 || !["sealed", "restored"].includes(kind) || !isSignature(signature))
            throw new Wrong(before + 1, "a line is no checkpoint");
        if (!verify(null, Buffer.from(words.slice(0, 5).join(" ")), key, hex(signature)))
            throw new Wrong(before + 1, "a checkpoint was not signed by this key");
        if (prev !== previous) throw new Wrong(before + 1, "a checkpoint does not follow the one before it");
        if (kind === "sealed" && Number(size) < before) throw new Wrong(Number(size) + 1, "a checkpoint covers less than the one before");
        previous = sha(line).toString("hex");
        before = Number(size);
        return { kind, size: before, root, line };
    });
    let kept = Infinity; // the least that a later line says was put back
    return all.reduceRight((rest, c) => {
        rest.push({ ...c, gone: kept < c.size });
        if (c.kind === "restored") kept = Math.min(kept, c.size);
        return rest;
    }, []).reverse();
}

/** What the witness signed for must be there still, word for word and in its order; the last of it. */
function witnessed(file, keyFile, all) {
    const key = createPublicKey(readFileSync(keyFile));
    let next = 0;
    let last;
    for (const line of readFileSync(file, "utf8").split("\n").slice(0, -1)) {
        const words = line.split(" ");
        const signed = words.slice(0, 8).join(" ");
        if (words.length !== 9 || words[0] !== "witnessed" || !isSignature(words[8]) || !verify(null, Buffer.from(signed), key, hex(words[8])))
            throw new Wrong(last ? last.size + 1 : 1, "a line of the witness was not signed by its key");
        last = { size: Number(words[3]), at: words[1] };
        next = all.findIndex((c, i) => i >= next && c.line === words.slice(2, 8).join(" ")) + 1;
        if (!next) throw new Wrong(last.size, "a checkpoint that the witness signed for is not there");
    }
    return last;
}

async function run(factsFile, checkpointsFile, keyFile, trustedFile, witnessedFile, witnessKeyFile) {
    const all = checkpoints(checkpointsFile, createPublicKey(readFileSync(keyFile)));
    let back; // the last that was put back after what was trusted
    if (trustedFile && existsSync(trustedFile)) {
        const trusted = readFileSync(trustedFile, "utf8").trim();
        const seen = all.findIndex((c) => c.line === trusted);
        back = all.slice(seen + 1).findLast((c) => c.kind === "restored");
        if (seen < 0) throw new Wrong(Number(trusted.split(" ")[1]), "a checkpoint that was trusted before is not there any more");
    }
    const due = all.filter((c) => !c.gone);
    const tree = new Frontier();
    let last = 0;
    const seal = () => {
        for (; due.length && due[0].size === tree.size; last = due.shift().size)
            if (tree.root().toString("hex") !== due[0].root) throw new Wrong(last + 1, `here or before position ${due[0].size + 1} facts are not those that were sealed`);
    };
    seal();
    for await (const line of createInterface({ input: createReadStream(factsFile) })) {
        const { position, columns, hash } = JSON.parse(line);
        if (position !== tree.size + 1) throw new Wrong(tree.size + 1, "no fact stands here");
        if (hashOf(columns).toString("hex") !== hash) throw new Wrong(position, "the columns are not those of the hash beside them");
        tree.add(leafOf(position, hex(hash)));
        seal();
    }
    if (due.length) throw new Wrong(tree.size + 1, "the ledger ends before what was sealed");
    const seen = witnessedFile && witnessed(witnessedFile, witnessKeyFile, all);
    console.log(all.length ? `GREEN  sealed up to position ${last}` : "GREEN  nothing is sealed yet");
    if (tree.size > last) console.log(`       not yet sealed: ${tree.size - last}`);
    const restored = all.filter((c) => c.kind === "restored").length;
    if (restored) console.log(`       older states put back, and admitted: ${restored}`);
    if (back) console.log(`       since the last look: put back to position ${back.size} at ${back.line.split(" ")[3]}`);
    if (seen) console.log(`       witnessed up to position ${seen.size} at ${seen.at}`);
}

/** The root that a path leads to from a leaf (RFC 9162, 2.1.3.2), or nothing when it does not fit. */
function rootFrom(leaf, at, size, path) {
    let last = size - 1;
    for (const next of path) {
        if (last === 0) return undefined;
        if (at % 2 === 1 || at === last) {
            leaf = node(next, leaf);
            for (; at % 2 === 0 && at !== 0; last = Math.floor(last / 2)) at /= 2;
        } else leaf = node(leaf, next);
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
    }
    return last === 0 ? leaf.toString("hex") : undefined;
}

/** What a line holds, if it is written exactly so. */
function written(line, shape) {
    try {
        const read = JSON.parse(line);
        return JSON.stringify(shape(read)) === line ? read : undefined;
    } catch {
        return undefined;
    }
}

const isHex = (text) => typeof text === "string" && /^([0-9a-f]{2})*$/.test(text);
const must = (right, value) => {
    if (!right) throw new Error();
    return value;
};
const column = (c) => (c === null || typeof c === "string" ? c : must(isHex(c.hex), { hex: c.hex }));
const factShape = ({ position, columns, hash, proof }) => ({
    position: must(Number.isSafeInteger(position), position),
    columns: must(columns.length === 17, columns).map(column),
    hash: must(isHex(hash), hash),
    proof: proof === null ? null : must(proof.every(isHex), proof),
});
const manifestShape = ({ history, id, facts, checkpoint }) => ({
    history: must(typeof history === "string", history),
    id: must(typeof id === "string", id),
    facts: must(Number.isSafeInteger(facts), facts),
    checkpoint: must(checkpoint === null || typeof checkpoint === "string", checkpoint),
});

function exported(file, keyFile) {
    const key = createPublicKey(readFileSync(keyFile));
    const lines = readFileSync(file, "utf8").split("\n");
    const wrong = (number, what) => new Wrong(number, what, "line");
    const manifest = written(lines[0], manifestShape);
    if (!manifest) throw wrong(1, "not as it was written");
    const words = manifest.checkpoint?.split(" ") ?? [];
    if (manifest.checkpoint !== null && !(words.length === 6 && verify(null, Buffer.from(words.slice(0, 5).join(" ")), key, hex(words[5])) && isSignature(words[5])))
        throw wrong(1, "the checkpoint was not signed by this key");
    const size = Number(words[1] ?? 0);
    let before = 0;
    let younger = 0;
    for (let number = 2; number < lines.length; number++) {
        const fact = written(lines[number - 1], factShape);
        if (!fact) throw wrong(number, "not as it was written");
        const { position, columns, hash, proof } = fact;
        if (position <= before) throw wrong(number, "the facts are not in their order");
        before = position;
        if (hashOf(columns).toString("hex") !== hash) throw wrong(number, "the columns are not those of the hash beside them");
        const ofPerson = manifest.history === "person" && columns[6] === manifest.id;
        if (!ofPerson && !(columns[0] === manifest.history && columns[1] === manifest.id)) throw wrong(number, "this fact is of another history");
        if (proof === null) {
            if (position <= size) throw wrong(number, "the proof is missing");
            younger++;
        } else if (position > size || rootFrom(leafOf(position, hex(hash)), position - 1, size, proof.map(hex)) !== words[2])
            throw wrong(number, "the proof does not lead to the checkpoint");
    }
    if (lines.at(-1) !== "") throw wrong(lines.length, "not as it was written");
    if (lines.length !== manifest.facts + 2) throw wrong(lines.length, "the first line says how many facts follow, and it is not so");
    console.log(size ? `GREEN  ${manifest.facts - younger} facts, sealed up to position ${size} at ${words[3]}` : "GREEN  nothing is sealed yet");
    if (younger) console.log(`       not yet sealed: ${younger}`);
}

const started = process.argv[2] === "--export" ? async () => exported(...process.argv.slice(3)) : () => run(...process.argv.slice(2));
started().catch((e) => {
    console.log(e instanceof Wrong ? `RED  ${e.message}` : `CANNOT TELL  ${e.message}`);
    process.exitCode = e instanceof Wrong ? 1 : 2;
});
