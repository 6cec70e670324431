#!/usr/bin/env node
// A second verifier, written from docs/ledger-format.md alone; no dependencies.
//   node tools/verify.mjs FACTS CHECKPOINTS PUBLIC_KEY [LAST_TRUSTED]
// FACTS: JSON Lines, each {"position": 1, "columns": [17 values: text, {"hex": bytes} or null], "hash": hex}
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const sha = (...parts) => parts.reduce((h, p) => h.update(p), createHash("sha256")).digest();
const hex = (text) => Buffer.from(text, "hex");

class Wrong extends Error {
    constructor(position, what) {
        super(`position ${position}: ${what}`);
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
        if (words.length !== 6 || !["sealed", "restored"].includes(kind)) throw new Wrong(before + 1, "a line is no checkpoint");
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

async function run(factsFile, checkpointsFile, keyFile, trustedFile) {
    const all = checkpoints(checkpointsFile, createPublicKey(readFileSync(keyFile)));
    if (trustedFile && existsSync(trustedFile)) {
        const trusted = readFileSync(trustedFile, "utf8").trim();
        if (!all.some((c) => c.line === trusted)) throw new Wrong(Number(trusted.split(" ")[1]), "a checkpoint that was trusted before is not there any more");
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
    console.log(all.length ? `GREEN  sealed up to position ${last}` : "GREEN  nothing is sealed yet");
    if (tree.size > last) console.log(`       not yet sealed: ${tree.size - last}`);
}

run(...process.argv.slice(2)).catch((e) => {
    console.log(e instanceof Wrong ? `RED  ${e.message}` : `CANNOT TELL  ${e.message}`);
    process.exitCode = e instanceof Wrong ? 1 : 2;
});
