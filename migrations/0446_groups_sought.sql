-- The statement by kind: what is no contribution is little of it, and is found without reading through
-- those, which are nearly all.
CREATE INDEX transaction_of_kind ON groups.transaction (group_id, kind, created_at DESC, id DESC)
WHERE kind <> 'contribution';
-- By amount, in or out.
CREATE INDEX transaction_of_amount ON groups.transaction (group_id, abs(amount_minor));
-- Words of notes are looked up within their group: a word that others use often costs it nothing.
CREATE INDEX transaction_words ON groups.transaction USING gin (
    (array_to_tsvector(ARRAY[group_id::text]) || to_tsvector('simple', note))
)
WHERE note <> '';
-- The pages of the members, of all or of those with an office.
DROP INDEX groups.member_of_group;
CREATE INDEX member_of_group ON groups.member (group_id, status, asked_at, id);
CREATE INDEX member_of_role ON groups.member (group_id, status, role, asked_at, id)
WHERE role <> 'member';
