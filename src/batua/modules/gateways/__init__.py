"""Outside rails: attempts to move money through providers, each on one explicit state graph."""
