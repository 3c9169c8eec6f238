-- How far documents and claims may be passed on, as it holds now: claim is the entry of a claim, 0 for the whole document;
-- level is 0 for clear, 1 green, 2 amber, 3 amber+strict, 4 red. What bears no marking has no row.
CREATE TABLE marking (
  document INTEGER NOT NULL,
  claim    INTEGER NOT NULL,
  level    INTEGER NOT NULL,
  PRIMARY KEY (document, claim)
);
