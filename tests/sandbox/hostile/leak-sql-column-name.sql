-- class: leak | attempt: wrong on purpose, so that the names of the expected columns show the reference's expressions | lab: average | expect: failed
SELECT shelf, 0 FROM item GROUP BY shelf;
