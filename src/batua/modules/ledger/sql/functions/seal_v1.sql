-- Append a block to the chain.
-- block    its fields; `previous` is the head of the block before, zeros for the first
-- returns  false when another sealer was faster: the chain has a block of that number
-- raises   LG012 it does not follow the last block
CREATE OR REPLACE FUNCTION ledger.seal_v1(block ledger.block)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
DECLARE
    last ledger.block;
BEGIN
    SELECT * INTO last FROM ledger.block AS b ORDER BY b.n DESC LIMIT 1;
    IF last.n >= block.n THEN
        RETURN false;
    END IF;
    IF
        block.n <> coalesce(last.n, 0) + 1
        OR block.previous <> coalesce(last.head, decode(repeat('00', 32), 'hex'))
        OR block.last_entry < coalesce(last.last_entry, 0)
        OR block.last_hold < coalesce(last.last_hold, 0)
        OR block.last_account < coalesce(last.last_account, 0)
        OR block.entries_so_far <> coalesce(last.entries_so_far, 0) + block.entries
    THEN
        RAISE EXCEPTION 'the block does not follow the last one' USING ERRCODE = 'LG012';
    END IF;
    INSERT INTO ledger.block VALUES (block.*) ON CONFLICT (n) DO NOTHING;
    RETURN FOUND;
END $$;
