package nl.schakel.ledger.verify;

/** What somebody with all rights could do to forty sealed facts, and where it must be found. */
enum Attack {
    UPDATE(23, "UPDATE ledger.fact SET payload = payload || '\\x20'::bytea WHERE position = 23"),
    DELETE(23, "DELETE FROM ledger.fact WHERE position = 23"),
    DELETE_THE_FIRST(1, "DELETE FROM ledger.fact WHERE position = 1"),
    RESET_THE_SEQUENCE(23, "UPDATE ledger.fact SET sequence = 9 WHERE position = 23"),
    RENUMBER(31, "UPDATE ledger.fact SET position = position + 1000 WHERE position > 30"),
    CUT_THE_TAIL(35, "DELETE FROM ledger.fact WHERE position > 34"),
    EMPTY_IT(1, "DELETE FROM ledger.fact"),
    SWAP(
            20,
            """
            UPDATE ledger.fact SET position = 1041 - position WHERE position IN (20, 21);
            UPDATE ledger.fact SET position = position - 1000 WHERE position > 1000
            """),
    REORDER(
            12,
            """
            UPDATE ledger.fact SET position = 1029 - position WHERE position BETWEEN 12 AND 17;
            UPDATE ledger.fact SET position = position - 1000 WHERE position > 1000
            """),
    INSERT(
            24,
            """
            UPDATE ledger.fact SET position = position + 1000 WHERE position > 23;
            UPDATE ledger.fact SET position = position - 999 WHERE position > 1000;
            INSERT INTO ledger.fact SELECT (jsonb_populate_record(f, '{"position": 24}')).*
            FROM ledger.fact f WHERE position = 5
            """),
    PUT_AN_OLD_COPY_BACK_AND_GO_ON(
            31,
            """
            DELETE FROM ledger.fact WHERE position > 30;
            INSERT INTO ledger.fact
            SELECT (jsonb_populate_record(f, jsonb_build_object('position', position + 30))).*
            FROM ledger.fact f WHERE position <= 10
            """),
    ADD_WHAT_NOBODY_DECIDED(
            41,
            """
            INSERT INTO ledger.fact SELECT (jsonb_populate_record(f,
                '{"position": 41, "name": "person.erased"}')).* FROM ledger.fact f WHERE position = 5
            """);

    /** Where it must be found. */
    final long position;

    /** What is done. */
    final String sql;

    Attack(long position, String sql) {
        this.position = position;
        this.sql = sql;
    }
}
