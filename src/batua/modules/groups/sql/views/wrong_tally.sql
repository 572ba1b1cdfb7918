-- For the proof: open votes whose tally is not what the ballots say of those who have their voice.
CREATE OR REPLACE VIEW groups.wrong_tally AS
SELECT p.id
FROM groups.proposal AS p
LEFT JOIN LATERAL (
    SELECT
        count(*) FILTER (WHERE b.choice = 'yes') AS yes,
        count(*) FILTER (WHERE b.choice = 'no') AS no,
        count(*) FILTER (WHERE b.choice = 'abstain') AS abstain
    FROM groups.ballot AS b
    INNER JOIN groups.member AS m ON m.id = b.member_id
    WHERE
        b.proposal_id = p.id AND b.version = p.version
        AND m.voice_since <= p.roll AND m.voice_until IS NULL
        AND m.person IS DISTINCT FROM p.interested
) AS said ON true
WHERE
    p.status = 'open'
    AND (said.yes, said.no, said.abstain) IS DISTINCT FROM (p.yes, p.no, p.abstain);
