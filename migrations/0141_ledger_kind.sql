-- The same rule without an expression: matching one took four times as long, for every entry.
ALTER TABLE ledger.entry DROP CONSTRAINT entry_kind_check;
ALTER TABLE ledger.entry ADD CONSTRAINT entry_kind_check CHECK (
    length(kind) BETWEEN 1 AND 64
    AND translate(kind, 'abcdefghijklmnopqrstuvwxyz_.', '') = ''
    AND strpos('_.', left(kind, 1)) = 0
);
