BEGIN TRANSACTION;
CREATE TABLE daicho_schema (
	version INTEGER NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "daicho_schema" VALUES(1);
CREATE TABLE decisions (
	number INTEGER NOT NULL, 
	verdict VARCHAR(20) NOT NULL, 
	who TEXT NOT NULL, 
	at VARCHAR(40) NOT NULL, 
	device VARCHAR(200) NOT NULL, 
	"row" TEXT NOT NULL, 
	difference TEXT NOT NULL, 
	expires VARCHAR(40) NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "decisions" VALUES(1,'guest','山田','2026-11-02T00:00:00Z','main/192.0.2.9','','','','業者の端末');
INSERT INTO "decisions" VALUES(2,'register','山田','2026-11-02T00:00:00Z','main/00:1b:21:0a:0b:0c','','','','');
CREATE TABLE device_sightings (
	run VARCHAR(200) NOT NULL, 
	id VARCHAR(200) NOT NULL, 
	device VARCHAR(200) NOT NULL, 
	bucket VARCHAR(20) NOT NULL, 
	"row" TEXT NOT NULL, 
	PRIMARY KEY (run, id)
);
INSERT INTO "device_sightings" VALUES('run-1','main/00:1b:21:0a:0b:0c','main/00:1b:21:0a:0b:0c','UNREGISTERED','');
INSERT INTO "device_sightings" VALUES('run-1','main/192.0.2.9','main/192.0.2.9','UNREGISTERED','');
INSERT INTO "device_sightings" VALUES('run-2','main/00:1b:21:0a:0b:0c','main/00:1b:21:0a:0b:0c','UNREGISTERED','');
INSERT INTO "device_sightings" VALUES('run-2','main/192.0.2.9','main/192.0.2.9','UNREGISTERED','');
CREATE TABLE devices (
	id VARCHAR(200) NOT NULL, 
	device VARCHAR(200) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "devices" VALUES('main/00:1b:21:0a:0b:0c','main/00:1b:21:0a:0b:0c');
INSERT INTO "devices" VALUES('main/192.0.2.9','main/192.0.2.9');
CREATE TABLE differences (
	run VARCHAR(200) NOT NULL, 
	id VARCHAR(500) NOT NULL, 
	difference VARCHAR(500) NOT NULL, 
	kind VARCHAR(30) NOT NULL, 
	device VARCHAR(200) NOT NULL, 
	"row" TEXT NOT NULL, 
	field TEXT NOT NULL, 
	recorded TEXT NOT NULL, 
	seen TEXT NOT NULL, 
	severity VARCHAR(10) NOT NULL, 
	PRIMARY KEY (run, id)
);
INSERT INTO "differences" VALUES('run-1','UNREGISTERED|main/00:1b:21:0a:0b:0c','UNREGISTERED|main/00:1b:21:0a:0b:0c','UNREGISTERED','main/00:1b:21:0a:0b:0c','','','','','high');
INSERT INTO "differences" VALUES('run-1','IMPOSSIBLE|main/00:1b:21:0a:0b:0c|ips','IMPOSSIBLE|main/00:1b:21:0a:0b:0c|ips','IMPOSSIBLE','main/00:1b:21:0a:0b:0c','','ips','10.0.0.0/24','192.0.2.5','medium');
INSERT INTO "differences" VALUES('run-1','IMPOSSIBLE|main/192.0.2.9|ips','IMPOSSIBLE|main/192.0.2.9|ips','IMPOSSIBLE','main/192.0.2.9','','ips','10.0.0.0/24','192.0.2.9','medium');
INSERT INTO "differences" VALUES('run-1','UNREGISTERED|main/192.0.2.9','UNREGISTERED|main/192.0.2.9','UNREGISTERED','main/192.0.2.9','','','','','medium');
INSERT INTO "differences" VALUES('run-1','NOT_LOOKED|tag:SV-001','NOT_LOOKED|tag:SV-001','NOT_LOOKED','','tag:SV-001','','','','low');
INSERT INTO "differences" VALUES('run-2','UNREGISTERED|main/00:1b:21:0a:0b:0c','UNREGISTERED|main/00:1b:21:0a:0b:0c','UNREGISTERED','main/00:1b:21:0a:0b:0c','','','','','high');
INSERT INTO "differences" VALUES('run-2','IMPOSSIBLE|main/00:1b:21:0a:0b:0c|ips','IMPOSSIBLE|main/00:1b:21:0a:0b:0c|ips','IMPOSSIBLE','main/00:1b:21:0a:0b:0c','','ips','10.0.0.0/24','192.0.2.5','medium');
INSERT INTO "differences" VALUES('run-2','IMPOSSIBLE|main/192.0.2.9|ips','IMPOSSIBLE|main/192.0.2.9|ips','IMPOSSIBLE','main/192.0.2.9','','ips','10.0.0.0/24','192.0.2.9','medium');
INSERT INTO "differences" VALUES('run-2','UNREGISTERED|main/192.0.2.9','UNREGISTERED|main/192.0.2.9','UNREGISTERED','main/192.0.2.9','','','','','medium');
INSERT INTO "differences" VALUES('run-2','NOT_LOOKED|tag:SV-001','NOT_LOOKED|tag:SV-001','NOT_LOOKED','','tag:SV-001','','','','low');
CREATE TABLE identities (
	identity VARCHAR(300) NOT NULL, 
	device VARCHAR(200) NOT NULL, 
	PRIMARY KEY (identity)
);
INSERT INTO "identities" VALUES('mac:00:1b:21:0a:0b:0c','main/00:1b:21:0a:0b:0c');
CREATE TABLE runs (
	run VARCHAR(200) NOT NULL, 
	scope TEXT NOT NULL, 
	started VARCHAR(40) NOT NULL, 
	ended VARCHAR(40) NOT NULL, 
	complete BOOLEAN NOT NULL, 
	looked TEXT NOT NULL, 
	PRIMARY KEY (run)
);
INSERT INTO "runs" VALUES('run-1','scope','2026-11-01T10:00:00Z','2026-11-01T10:00:00Z',1,'10.0.0.0/24');
INSERT INTO "runs" VALUES('run-2','scope','2026-11-08T10:00:00Z','2026-11-08T10:00:00Z',1,'10.0.0.0/24');
CREATE INDEX ix_device_sightings_device ON device_sightings (device);
CREATE INDEX differences_by_difference ON differences (difference);
COMMIT;
