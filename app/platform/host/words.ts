/** What the program says at the terminal, in both languages: nobody has chosen one yet. */

const settings = {
  NODE_ENV: { vi: "development, production hoặc test", en: "development, production or test" },
  PORT: { vi: "một số nguyên từ 1 đến 65535", en: "a whole number from 1 to 65535" },
  HOST: { vi: "một địa chỉ hoặc tên máy", en: "an address or a host name" },
  DATA_DIR: { vi: "đường dẫn của một thư mục", en: "the path of a folder" },
  FILES_URL: {
    vi: "địa chỉ dạng s3://KHÓA:MẬT-KHẨU@máy:cổng/tên-bucket?region=us-east-1",
    en: "an address like s3://KEY:SECRET@host:port/bucket?region=us-east-1",
  },
  DATABASE_URL: {
    vi: "địa chỉ dạng postgresql://người-dùng:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu",
    en: "an address like postgresql://user:password@host:port/database",
  },
  DATABASE_CONNECTIONS: { vi: "một số nguyên từ 1 đến 200", en: "a whole number from 1 to 200" },
  BASE_URL: { vi: "địa chỉ dạng https://vi-du.gov.vn", en: "an address like https://example.gov.vn" },
  TRUSTED_PROXIES: { vi: "các địa chỉ IP cách nhau bằng dấu phẩy", en: "IP addresses separated by commas" },
  METRICS: { vi: "1 hoặc 0", en: "1 or 0" },
  LOG_LEVEL: {
    vi: "fatal, error, warn, info, debug, trace hoặc silent",
    en: "fatal, error, warn, info, debug, trace or silent",
  },
  DEMO: { vi: "1 hoặc 0", en: "1 or 0" },
  MAIL_URL: {
    vi: "địa chỉ dạng smtp://người-dùng:mật-khẩu@máy:587 hoặc smtps://...",
    en: "an address like smtp://user:password@host:587 or smtps://...",
  },
  MAIL_FROM: {
    vi: 'địa chỉ người gửi, như "Ban Tuyên giáo <bcv@vi-du.gov.vn>" (MAIL_URL cần có)',
    en: 'the sender\'s address, like "Department <speakers@example.gov.vn>" (MAIL_URL needs it)',
  },
  SESSION_SECRET: { vi: "ít nhất 32 ký tự", en: "at least 32 characters" },
};

export const words = {
  settings,
  wrongSetting: (name: keyof typeof settings, value: string) => ({
    vi: `Biến môi trường ${name}="${value}" không đúng: cần ${settings[name].vi}.`,
    en: `The environment variable ${name}="${value}" is wrong: it must be ${settings[name].en}.`,
  }),
  portTaken: (host: string, port: number) => ({
    vi: `Cổng ${port} trên ${host} đang có chương trình khác dùng; hãy chọn cổng khác bằng PORT=....`,
    en: `Port ${port} on ${host} is in use by another program; choose another with PORT=....`,
  }),
  cannotListen: (host: string, port: number, reason: string) => ({
    vi: `Không mở được cổng ${port} trên ${host} (${reason}); hãy xem lại HOST và PORT.`,
    en: `Cannot listen on port ${port} of ${host} (${reason}); check HOST and PORT.`,
  }),
  folderNotWritable: (folder: string) => ({
    vi: `Không ghi được vào thư mục dữ liệu ${folder}; hãy cấp quyền hoặc chọn thư mục khác bằng DATA_DIR=....`,
    en: `The data folder ${folder} cannot be written; grant the right or choose another with DATA_DIR=....`,
  }),
  folderInUse: (folder: string, pid: number) => ({
    vi: `Thư mục dữ liệu ${folder} đang được một phiên khác sử dụng (tiến trình ${pid}); hãy dừng phiên đó hoặc chọn DATA_DIR khác.`,
    en: `The data folder ${folder} is in use by another instance (process ${pid}); stop it or choose another DATA_DIR.`,
  }),
  otherVersion: (folder: string, found: string, wanted: string) => ({
    vi: `Dữ liệu trong ${folder} do PostgreSQL ${found} ghi, còn ứng dụng này dùng PostgreSQL ${wanted}; hãy phục hồi từ bản sao lưu hoặc chạy phiên bản cũ.`,
    en: `The data in ${folder} was written by PostgreSQL ${found}, this app brings PostgreSQL ${wanted}; restore a backup or run the older version.`,
  }),
  noBinaries: (platform: string) => ({
    vi: `Không có PostgreSQL kèm theo cho ${platform}; hãy cài lại bằng "npm ci" hoặc đặt DATABASE_URL.`,
    en: `There is no embedded PostgreSQL for ${platform}; run "npm ci" again or set DATABASE_URL.`,
  }),
  noDatabaseUser: {
    vi: "PostgreSQL không chạy bằng quyền root và không tạo được người dùng hệ thống postgres; hãy chạy bằng người dùng thường.",
    en: "PostgreSQL does not run as root and the system user postgres could not be made; run as an ordinary user.",
  },
  postgresFailed: (log: string, last: string) => ({
    vi: `PostgreSQL không khởi động được (${last}); xem ${log}.`,
    en: `PostgreSQL did not start (${last}); see ${log}.`,
  }),
  databaseUnreachable: (where: string, reason: string) => ({
    vi: `Không kết nối được cơ sở dữ liệu ${where} (${reason}); hãy xem lại DATABASE_URL.`,
    en: `The database ${where} cannot be reached (${reason}); check DATABASE_URL.`,
  }),
  storeUnreachable: (where: string, bucket: string, reason: string) => ({
    vi: `Kho tệp ${where} không trả lời cho bucket "${bucket}" (${reason}); hãy xem lại FILES_URL: địa chỉ, khóa, tên bucket.`,
    en: `The file store ${where} does not answer for the bucket "${bucket}" (${reason}); check FILES_URL: address, key, bucket.`,
  }),
  migrationFailed: (name: string, reason: string) => ({
    vi: `Không nâng cấp được cơ sở dữ liệu, ở bước ${name}: ${reason}`,
    en: `The database could not be upgraded, at ${name}: ${reason}`,
  }),
  databaseNewer: (names: string) => ({
    vi: `Cơ sở dữ liệu mới hơn ứng dụng này (đã có ${names}); hãy chạy phiên bản ứng dụng mới hơn.`,
    en: `The database is newer than this app (it has ${names}); run the newer app.`,
  }),
  unguarded: {
    vi: "Lưu ý: tài khoản trong DATABASE_URL không được tạo vai trò, nên ứng dụng chạy với toàn quyền trên cơ sở dữ liệu và nhật ký chưa được bảo vệ khỏi bị sửa.",
    en: "Note: the user in DATABASE_URL may not make roles, so the app works with full rights on its database and the audit trail is not protected against change.",
  },
  building: {
    vi: "Đang chuẩn bị ứng dụng cho lần chạy đầu...",
    en: "Building the app, which is done once...",
  },
  buildFailed: (script: string) => ({
    vi: `Không chuẩn bị được ứng dụng ở bước "npm run ${script}"; lý do ghi ở trên.`,
    en: `The app could not be built at "npm run ${script}"; the reason stands above.`,
  }),
  ready: (url: string, seconds: string) => ({
    vi: `Sẵn sàng sau ${seconds} giây: ${url}`,
    en: `Ready in ${seconds} s: ${url}`,
  }),
  stopping: {
    vi: "Đang dừng: hoàn thành các yêu cầu đang chạy...",
    en: "Stopping: finishing the requests under way...",
  },
  databaseGone: {
    vi: {
      title: "Hệ thống tạm thời gián đoạn",
      text: "Cơ sở dữ liệu đang được khôi phục. Trang này tự thử lại sau vài giây; những gì đã lưu không bị mất.",
    },
    en: {
      title: "The system is interrupted for the moment",
      text: "The database is being restored. This page tries again by itself in a few seconds; nothing that was saved is lost.",
    },
  },
  foreignOrigin: {
    vi: "Yêu cầu bị từ chối vì được gửi từ một trang web khác.",
    en: "Refused: this request was sent from another website.",
  },
};
