-- A draft that says no estate gets one when it opens. Source: C39.
grant update (estate_id) on ballots to liren_app;
